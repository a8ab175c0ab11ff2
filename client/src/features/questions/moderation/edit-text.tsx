/** The text of the question under review, large, to be edited where it stands; what was asked stays beside it. */

import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { isOpen, type Listed } from '../question-lists.ts'
import type { Draft } from './drafts.ts'
import written from './question-text.module.css'
import styles from './review.module.css'
import { useEdit } from './use-question-edit.ts'

type EditProps = { row: Listed; draft: Draft | null; onDraft: (draft: Draft | null) => void; busy: boolean }

export const EditText = ({ row, draft, onDraft, busy }: EditProps) => {
  const { t } = useText()
  const length = useView(({ asking }) => asking.length)
  const edit = useEdit(row, draft, onDraft)
  const { text, desk } = row
  const outdated = draft !== null && draft.base !== text
  return (
    <div className={written.texts}>
      {isOpen(row) ? (
        <TextArea
          label={t('questions.desk.text')}
          hideLabel
          large
          value={draft?.text ?? text}
          onChange={(written) => onDraft(written === text ? null : { text: written, base: draft?.base ?? text })}
          count={{ limit: length, words: (used) => t('questions.count', { n: used, limit: length }) }}
        >
          <span className={written.quiet}>{t('questions.desk.kept')}</span>
        </TextArea>
      ) : (
        <p className={styles.asked} dir="auto">
          {text}
        </p>
      )}
      {edit === null ? null : (
        <div className={styles.decide}>
          <Button size="small" disabled={busy || outdated || !edit.fits} onClick={() => void edit.save()}>
            {t('questions.desk.save')}
          </Button>
          <Button size="small" look="quiet" onClick={() => onDraft(null)}>
            {t('questions.desk.discard')}
          </Button>
        </div>
      )}
      {outdated ? (
        <Other title={t('questions.desk.changed')} text={text}>
          <Button size="small" onClick={() => onDraft({ text: draft.text, base: text })}>
            {t('questions.desk.keepMine')}
          </Button>
        </Other>
      ) : null}
      {desk?.original && desk.original !== text ? <Other title={t('questions.desk.original')} text={desk.original} /> : null}
    </div>
  )
}

const Other = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <section className={styles.other}>
    <h3 className="eyebrow">{title}</h3>
    <p className={written.text} dir="auto">
      {text}
    </p>
    {children}
  </section>
)
