/** A new session: from a template of the product, as a copy of another session, or from a file. */

import type { SessionSummary } from '@rostrum/shared/api/sessions'
import type { TemplateName } from '@rostrum/shared/contract/templates'
import { useRef, useState } from 'react'
import type { MessageKey } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from '../organizer.module.css'
import { CopySession } from './copy-session.tsx'
import { SessionForm } from './session-form.tsx'

type NewSessionProps = {
  secret: string
  templates: readonly TemplateName[]
  sessions: readonly SessionSummary[]
  onCreated: (id: string) => void
}

const templateTexts = {
  consultation: { title: 'home.consultation', note: 'home.consultationNote' },
  speakers: { title: 'home.speakers', note: 'home.speakersNote' },
  panel: { title: 'home.panelTemplate', note: 'home.panelTemplateNote' },
  blank: { title: 'home.blank', note: 'home.blankNote' },
  'wsis-at-20': { title: 'home.model', note: 'home.modelNote' },
} as const satisfies Readonly<Record<TemplateName, { readonly title: MessageKey; readonly note: MessageKey }>>

type ChosenSource =
  | { readonly kind: 'template'; readonly template: TemplateName }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'copy' }

export const NewSession = ({ secret, templates, sessions, onCreated }: NewSessionProps) => {
  const { t } = useText()
  const [chosen, setChosen] = useState<ChosenSource | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const close = () => setChosen(null)
  const finish = (id: string) => {
    close()
    onCreated(id)
  }
  const getTitle = (template: TemplateName) => t(templateTexts[template].title)
  return (
    <Card aria-labelledby="new-title">
      <CardHead id="new-title" title={t('home.new')} />
      <p className={styles.kind}>{t('home.templates')}</p>
      {templates.map((template) => (
        <SourceButton
          key={template}
          title={getTitle(template)}
          note={t(templateTexts[template].note)}
          onClick={() => setChosen({ kind: 'template', template })}
        />
      ))}
      <p className={styles.kind}>{t('home.fromOwn')}</p>
      {sessions.some(({ rehearsal }) => !rehearsal) ? (
        <SourceButton title={t('home.copy')} note={t('home.copyNote')} onClick={() => setChosen({ kind: 'copy' })} />
      ) : null}
      <SourceButton title={t('home.file')} note={t('home.fileNote')} onClick={() => file.current?.click()} />
      <input
        ref={file}
        type="file"
        accept=".yaml,.yml"
        hidden
        onChange={async (event) => {
          const input = event.currentTarget
          const given = input.files?.[0]
          if (given) setChosen({ kind: 'file', name: given.name, text: await given.text() })
          // Lets the user choose the same file again after correcting it.
          input.value = ''
        }}
      />
      <ModalDialog open={chosen !== null} title={t('home.new')} onClose={close}>
        {chosen?.kind === 'copy' ? <CopySession secret={secret} sessions={sessions} of={null} onMade={finish} onClose={close} /> : null}
        {chosen === null || chosen.kind === 'copy' ? null : (
          <SessionForm
            secret={secret}
            source={chosen.kind === 'template' ? { template: chosen.template } : { file: chosen.text }}
            about={
              <p>
                <Written as="strong">{chosen.kind === 'template' ? getTitle(chosen.template) : chosen.name}</Written>
              </p>
            }
            onCreated={finish}
            onClose={close}
          />
        )}
      </ModalDialog>
    </Card>
  )
}

const SourceButton = ({ title, note, onClick }: { title: string; note: string | null; onClick: () => void }) => (
  <button type="button" className={styles.template} onClick={onClick}>
    <strong>{title}</strong>
    {note === null ? null : <small>{note}</small>}
    <Icon name="chev" className={styles.chev} />
  </button>
)
