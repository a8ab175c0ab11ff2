/**
 * Merges two questions. The user chooses the text to keep, and first reads what merging means. The text that is kept without a choice is that
 * of a published question, as the button says, or else of the one under review.
 */

import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Written } from '../../../ui/written.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import written from './question-text.module.css'
import type { QuestionReview } from './use-review.ts'

type MergeDialogProps = { row: ListedQuestion; other: ListedQuestion; reviewing: QuestionReview; onClose: () => void }

export const MergeDialog = ({ row, other, reviewing, onClose }: MergeDialogProps) => {
  const { t } = useText()
  const send = useSend('question-review')
  const [kept, merged] = other.number > 0 ? [other, row] : [row, other]
  const [keptId, setKeptId] = useState<QuestionId>(kept.id)
  const merge = () => {
    onClose()
    // Either question can be merged into the other. The review is then on the one that was kept, so that no other one is decided on.
    if (keptId === other.id) reviewing.decide({ type: 'questions.merge', data: { into: other.id, question: row.id } }, other.id)
    else void send({ type: 'questions.merge', data: { into: row.id, question: other.id } })
  }
  return (
    <ModalDialog open title={t('questions.moderation.mergeAsk')} onClose={onClose}>
      <p>{t('questions.moderation.mergeText')}</p>
      <ChoiceList
        label={t('questions.moderation.mergeText')}
        value={keptId}
        onChange={setKeptId}
        options={[kept, merged].map((one) => ({
          value: one.id,
          label: (
            <Written as="span" className={written.text}>
              {one.text}
            </Written>
          ),
          note: t('questions.moderation.mergeOf', {
            number: one.number > 0 ? formatQuestionLabel(t, one.number) : t(`questions.status.${one.status}`),
            support: t('questions.support', { n: one.support.total }),
          }),
        }))}
      />
      <p className="muted">{t('questions.moderation.mergeDoes')}</p>
      <DialogActions icon="merge" onUse={merge} label={t('questions.moderation.merge')} onClose={onClose} />
    </ModalDialog>
  )
}
