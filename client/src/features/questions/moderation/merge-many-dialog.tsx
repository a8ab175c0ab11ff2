/** Merges several questions into one of them. The user chooses the text to keep. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Written } from '../../../ui/written.tsx'
import { DialogActions } from '../../../widgets/dialog-form.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import written from './question-text.module.css'

type MergeManyDialogProps = { rows: readonly ListedQuestion[]; onMerge: (into: QuestionId) => void; onClose: () => void }

export const MergeManyDialog = ({ rows, onMerge, onClose }: MergeManyDialogProps) => {
  const { t } = useText()
  const [kept, keep] = useState<QuestionId | undefined>(rows[0]?.id)
  if (kept === undefined) return null
  return (
    <ModalDialog open title={t('questions.moderation.mergeManyAsk', { n: rows.length })} onClose={onClose}>
      <p>{t('questions.moderation.mergeText')}</p>
      <ChoiceList
        label={t('questions.moderation.mergeText')}
        value={kept}
        onChange={keep}
        options={rows.map(({ id, text, from }) => ({
          value: id,
          label: (
            <Written as="span" className={written.text}>
              {text}
            </Written>
          ),
          note: from?.entity ?? t('questions.moderation.noAuthor'),
        }))}
      />
      <p className="muted">{t('questions.moderation.mergeDoes')}</p>
      <DialogActions
        icon="merge"
        label={t('questions.moderation.merge')}
        onUse={() => {
          onMerge(kept)
          onClose()
        }}
        onClose={onClose}
      />
    </ModalDialog>
  )
}
