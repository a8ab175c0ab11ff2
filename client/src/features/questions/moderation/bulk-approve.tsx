/** Approves several waiting questions together. No other decision is possible in bulk. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useEffect, useRef } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from './moderation-workplace.module.css'
import type { QuestionSelection } from './use-selection.ts'

/** The limit of one command. */
const maxPerCommand = 100

/** `shown`: the questions on this page of the list that can be selected. */
export const BulkApprove = ({ shown, selection }: { shown: readonly QuestionId[]; selection: QuestionSelection }) => {
  const { t } = useText()
  const send = useSend('question-bulk')
  const busy = usePending('questions.approve-all') !== undefined
  const box = useRef<HTMLInputElement>(null)
  const { chosen, chooseAll } = selection
  const chosenCount = shown.filter((id) => chosen.has(id)).length
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosenCount > 0 && chosenCount < shown.length
  }, [chosenCount, shown.length])
  if (shown.length < 2 && chosen.size === 0) return null
  const approve = () => {
    const all = [...chosen]
    for (let start = 0; start < all.length; start += maxPerCommand) {
      const questions = all.slice(start, start + maxPerCommand)
      void send({ type: 'questions.approve-all', data: { questions } }).then((reply) => {
        if (reply.ok) chooseAll(questions, false)
      })
    }
  }
  return (
    <div className={styles.bulk}>
      <label className={styles.all}>
        <input
          ref={box}
          type="checkbox"
          className={styles.check}
          checked={chosenCount > 0 && chosenCount === shown.length}
          onChange={(event) => chooseAll(shown, event.currentTarget.checked)}
        />
        {t('questions.moderation.selectShown', { n: shown.length })}
      </label>
      {chosen.size > 0 ? (
        <Button size="small" icon="check" disabled={busy} onClick={approve}>
          {t('questions.moderation.approveMany', { n: chosen.size })}
        </Button>
      ) : null}
      <RefusalMessage area="question-bulk" />
    </div>
  )
}
