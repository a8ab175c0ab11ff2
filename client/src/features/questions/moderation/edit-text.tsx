/** The text of the question under review, large and editable in place, next to the original text. */

import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { isOpenQuestion, type ListedQuestion } from '../question-lists.ts'
import type { QuestionDraft } from './drafts.ts'
import written from './question-text.module.css'
import styles from './review.module.css'
import { useQuestionEdit } from './use-question-edit.ts'

type EditTextProps = { row: ListedQuestion; draft: QuestionDraft | null; onDraft: (draft: QuestionDraft | null) => void; busy: boolean }

export const EditText = ({ row, draft, onDraft, busy }: EditTextProps) => {
  const { t } = useText()
  const length = useView(({ questionRules }) => questionRules.length)
  const edit = useQuestionEdit(row, draft, onDraft)
  const { text, staff } = row
  const outdated = draft !== null && draft.base !== text
  return (
    <div className={styles.texts}>
      {isOpenQuestion(row) ? (
        <TextArea
          label={t('questions.moderation.text')}
          hideLabel
          large
          value={draft?.text ?? text}
          onChange={(written) => onDraft(written === text ? null : { text: written, base: draft?.base ?? text })}
          count={{ limit: length, format: (used) => t('questions.count', { n: used, limit: length }) }}
        >
          <span className={written.quiet}>{t('questions.moderation.kept')}</span>
        </TextArea>
      ) : (
        <p className={styles.asked} dir="auto">
          {text}
        </p>
      )}
      {edit === null ? null : (
        <div className={styles.decide}>
          <Button size="small" disabled={busy || outdated || !edit.fits} onClick={() => void edit.save()}>
            {t('questions.moderation.save')}
          </Button>
          <Button size="small" look="quiet" onClick={() => onDraft(null)}>
            {t('questions.moderation.discard')}
          </Button>
        </div>
      )}
      {outdated ? (
        <OtherVersion title={t('questions.moderation.changed')} text={text}>
          <Button size="small" onClick={() => onDraft({ text: draft.text, base: text })}>
            {t('questions.moderation.keepMine')}
          </Button>
        </OtherVersion>
      ) : null}
      {staff?.original && staff.original !== text ? (
        <OtherVersion title={t('questions.moderation.original')} text={staff.original} />
      ) : null}
    </div>
  )
}

const OtherVersion = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <section className={styles.other}>
    <h3 className="eyebrow">{title}</h3>
    <p className={written.text} dir="auto">
      {text}
    </p>
    {children}
  </section>
)
