/** Several that wait are approved together; nothing else is decided in bulk. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useEffect, useRef } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../refusal.tsx'
import styles from './moderation-workplace.module.css'
import type { Selection } from './use-selection.ts'

/** As many as one command takes. */
const atOnce = 100

/** `shown`: those that can be chosen on this page of the list. */
export const Bulk = ({ shown, selection }: { shown: readonly QuestionId[]; selection: Selection }) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('questions.approve-all') !== undefined
  const box = useRef<HTMLInputElement>(null)
  const { chosen, chooseAll } = selection
  const of = shown.filter((id) => chosen.has(id)).length
  useEffect(() => {
    if (box.current) box.current.indeterminate = of > 0 && of < shown.length
  }, [of, shown.length])
  if (shown.length < 2 && chosen.size === 0) return null
  const approve = () => {
    const all = [...chosen]
    for (let start = 0; start < all.length; start += atOnce) {
      const questions = all.slice(start, start + atOnce)
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
          checked={of > 0 && of === shown.length}
          onChange={(event) => chooseAll(shown, event.currentTarget.checked)}
        />
        {t('questions.desk.selectShown', { n: shown.length })}
      </label>
      {chosen.size > 0 ? (
        <Button size="small" icon="check" disabled={busy} onClick={approve}>
          {t('questions.desk.approveMany', { n: chosen.size })}
        </Button>
      ) : null}
      <Refusal of={['questions.approve-all']} />
    </div>
  )
}
