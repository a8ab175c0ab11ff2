/** The text of the question under review, large and editable in place, next to the original text. */

import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Written } from '../../../ui/written.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import type { QuestionDraft } from './drafts.ts'
import written from './question-text.module.css'
import styles from './review.module.css'
import { useQuestionEdit } from './use-question-edit.ts'

type EditTextProps = { row: ListedQuestion; draft: QuestionDraft | null; onDraft: (draft: QuestionDraft | null) => void; busy: boolean }

export const EditText = ({ row, draft, onDraft, busy }: EditTextProps) => {
  const { t } = useText()
  const length = useView(({ questionRules }) => questionRules.length)
  const edit = useQuestionEdit(row, draft, onDraft)
  const { text } = row
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
          {edit === null ? (
            <span className="quiet">{t('questions.moderation.kept')}</span>
          ) : (
            <span className="line">
              <Button size="small" disabled={busy || outdated || !edit.fits} onClick={() => void edit.save()}>
                {t('questions.moderation.save')}
              </Button>
              <Button size="small" look="quiet" onClick={() => onDraft(null)}>
                {t('questions.moderation.discard')}
              </Button>
            </span>
          )}
        </TextArea>
      ) : (
        <Written className={styles.asked}>{text}</Written>
      )}
    </div>
  )
}

/** The texts of others, and the question as it was asked. They are below the decisions, which keep their place. */
export const OtherVersions = ({ row: { text, staff }, draft, onDraft }: Omit<EditTextProps, 'busy'>) => {
  const { t } = useText()
  return (
    <>
      {draft !== null && draft.base !== text ? (
        <OtherVersion title={t('questions.moderation.changed')} text={text}>
          <Button size="small" onClick={() => onDraft({ text: draft.text, base: text })}>
            {t('questions.moderation.keepMine')}
          </Button>
        </OtherVersion>
      ) : null}
      {staff?.original && staff.original !== text ? (
        <OtherVersion title={t('questions.moderation.original')} text={staff.original} />
      ) : null}
    </>
  )
}

const OtherVersion = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <section className={styles.other}>
    <h3 className="eyebrow">{title}</h3>
    <Written className={written.text}>{text}</Written>
    {children}
  </section>
)
