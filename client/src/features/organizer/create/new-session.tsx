/** A new session: from one of the product's own, as another one was, or from a file. */
import { useRef, useState } from 'react'
import type { Summary } from '../../../session/organizer-api.ts'
import type { Key } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import styles from '../organizer.module.css'
import { CopySession } from './copy-session.tsx'
import { MakingForm } from './session-form.tsx'

type NewProps = { secret: string; templates: readonly string[]; sessions: readonly Summary[]; onMade: (id: string) => void }

/** Those that have words of their own; another goes by its name. */
const worded = {
  consultation: { title: 'home.consultation', note: 'home.consultationNote' },
  speakers: { title: 'home.speakers', note: 'home.speakersNote' },
  panel: { title: 'home.panelTemplate', note: 'home.panelTemplateNote' },
  blank: { title: 'home.blank', note: 'home.blankNote' },
  'wsis-at-20': { title: 'home.model', note: 'home.modelNote' },
} as const satisfies Readonly<Record<string, { readonly title: Key; readonly note: Key }>>

const wordsOf = (template: string) => (Object.hasOwn(worded, template) ? worded[template as keyof typeof worded] : null)

type Chosen =
  | { readonly kind: 'template'; readonly template: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'copy' }

export const NewSession = ({ secret, templates, sessions, onMade }: NewProps) => {
  const { t } = useText()
  const [chosen, choose] = useState<Chosen | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const close = () => choose(null)
  const made = (id: string) => {
    close()
    onMade(id)
  }
  const titleOf = (template: string) => {
    const words = wordsOf(template)
    return words ? t(words.title) : template
  }
  const copied = sessions.filter(({ rehearsal }) => !rehearsal)
  return (
    <Card aria-labelledby="new-title">
      <CardHead id="new-title" title={t('home.new')} />
      {templates.map((template) => {
        const words = wordsOf(template)
        return (
          <Way
            key={template}
            title={titleOf(template)}
            note={words ? t(words.note) : null}
            onClick={() => choose({ kind: 'template', template })}
          />
        )
      })}
      {copied.length > 0 ? <Way title={t('home.copy')} note={t('home.copyNote')} onClick={() => choose({ kind: 'copy' })} /> : null}
      <Way title={t('home.file')} note={t('home.fileNote')} onClick={() => file.current?.click()} />
      <input
        ref={file}
        type="file"
        accept=".yaml,.yml"
        hidden
        onChange={async (event) => {
          const input = event.currentTarget
          const given = input.files?.[0]
          if (given) choose({ kind: 'file', name: given.name, text: await given.text() })
          // The same file may be chosen again after it has been put right.
          input.value = ''
        }}
      />
      <ModalDialog open={chosen !== null} title={t('home.new')} onClose={close}>
        {chosen?.kind === 'copy' ? <CopySession secret={secret} sessions={copied} of={null} onMade={made} onClose={close} /> : null}
        {chosen === null || chosen.kind === 'copy' ? null : (
          <MakingForm
            secret={secret}
            source={chosen.kind === 'template' ? { template: chosen.template } : { file: chosen.text }}
            about={
              <p>
                <strong dir="auto">{chosen.kind === 'template' ? titleOf(chosen.template) : chosen.name}</strong>
              </p>
            }
            onMade={made}
            onClose={close}
          />
        )}
      </ModalDialog>
    </Card>
  )
}

const Way = ({ title, note, onClick }: { title: string; note: string | null; onClick: () => void }) => (
  <button type="button" className={styles.template} onClick={onClick}>
    <strong>{title}</strong>
    {note === null ? null : <small>{note}</small>}
    <Icon name="chev" className={styles.chev} />
  </button>
)
