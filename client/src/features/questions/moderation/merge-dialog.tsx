/** Two questions become one: which of the texts stands is chosen, and what it means is read first. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import type { Listed } from '../question-lists.ts'
import written from './question-text.module.css'
import type { Reviewing } from './use-review.ts'

type MergeProps = { row: Listed; other: Listed; reviewing: Reviewing; onClose: () => void }

export const MergeDialog = ({ row, other, reviewing, onClose }: MergeProps) => {
  const { t } = useText()
  const send = useSend()
  const [stands, choose] = useState<QuestionId>(other.id)
  const merge = () => {
    onClose()
    // The one under review goes with the other, or the other comes to it and it stays under review.
    if (stands === other.id) reviewing.decide({ type: 'questions.merge', data: { into: other.id, question: row.id } })
    else void send({ type: 'questions.merge', data: { into: row.id, question: other.id } })
  }
  return (
    <ModalDialog open title={t('questions.desk.mergeAsk')} onClose={onClose}>
      <p>{t('questions.desk.mergeText')}</p>
      <ChoiceList
        label={t('questions.desk.mergeText')}
        value={stands}
        onChange={choose}
        options={[other, row].map((one) => ({
          value: one.id,
          label: (
            <span className={written.text} dir="auto">
              {one.text}
            </span>
          ),
          note: t('questions.desk.mergeOf', {
            number: one.number > 0 ? questionLabel(t, one.number) : t(`questions.status.${one.status}`),
            support: t('questions.support', { n: one.support.total }),
          }),
        }))}
      />
      <p className="muted">{t('questions.desk.mergeDoes')}</p>
      <OverlayActions>
        <Button look="primary" icon="merge" onClick={merge}>
          {t('questions.desk.merge')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
