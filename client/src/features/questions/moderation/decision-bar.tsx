/** The decisions that the status of the question allows, below the text, and the button that moves to the next question. */
import { canBeHeld, isDeclined, isInReview, isMerged } from '@rostrum/shared/contract/question-statuses'
import { useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import type { QuestionDraft } from './drafts.ts'
import { MoveToQueue } from './move-to-queue.tsx'
import { useQuestionEdit } from './use-question-edit.ts'
import type { QuestionReview } from './use-review.ts'

type DecisionBarProps = {
  row: ListedQuestion
  draft: QuestionDraft | null
  onDraft: (draft: QuestionDraft | null) => void
  busy: boolean
  reviewing: QuestionReview
}

export const DecisionBar = ({ row, draft, onDraft, busy, reviewing }: DecisionBarProps) => {
  const { t } = useText()
  const send = useSend('question-review')
  const edit = useQuestionEdit(row, draft, onDraft)
  const question = { question: row.id }
  if (isInReview(row)) {
    // The text on the page is the text that gets published. An edit is saved first, and if that fails nothing is approved.
    const approve = async () => {
      if (edit === null || (await edit.save())) reviewing.decide({ type: 'questions.approve', data: question })
    }
    const outdated = draft !== null && draft.base !== row.text
    return (
      <div className="line">
        <Button
          look="primary"
          icon="check"
          data-decides="approve"
          disabled={busy || outdated || edit?.fits === false}
          onClick={() => void approve()}
        >
          {t(edit === null ? 'questions.approve' : 'questions.moderation.saveApprove')}
        </Button>
        {canBeHeld(row) ? (
          <Button data-decides="hold" disabled={busy} onClick={() => reviewing.decide({ type: 'questions.hold', data: question })}>
            {t('questions.hold')}
          </Button>
        ) : null}
        <MoveToQueue key={row.id} row={row} busy={busy} reviewing={reviewing} />
      </div>
    )
  }
  return (
    <div className="line">
      <Button look="primary" iconEnd="next" onClick={reviewing.goOn}>
        {t('questions.moderation.goOn')}
      </Button>
      {isDeclined(row) ? (
        <Button disabled={busy} onClick={() => void send({ type: 'questions.reopen', data: question })}>
          {t('questions.moderation.reopen')}
        </Button>
      ) : null}
      {isMerged(row) ? (
        <Button disabled={busy} onClick={() => void send({ type: 'questions.unmerge', data: question })}>
          {t('questions.moderation.separate')}
        </Button>
      ) : null}
      <MoveToQueue key={row.id} row={row} busy={busy} reviewing={reviewing} />
    </div>
  )
}
