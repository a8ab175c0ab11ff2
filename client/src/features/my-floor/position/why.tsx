/** Answers "Why 4th?". */

import { joinTexts } from '@rostrum/shared/kernel/text'
import { useView } from '../../../session/hooks.tsx'
import { useAskedText } from '../../../text/use-text.tsx'
import { useRankedOrder } from '../../../widgets/ranked-order.ts'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { getWhyText } from './why-text.ts'

/** `brief`: with the question, and without what may still happen, for a place with little space. */
export const Why = ({ status: { entry, index }, brief = false }: { status: QueuedStatus; brief?: boolean }) => {
  const { t, ordinal } = useAskedText()
  const order = useRankedOrder()
  const entries = useView((view) => view.entries)
  const queue = useView((view) => view.queue)
  const overtakesLeft = useView((view) => view.myOvertakesLeft)
  const deferredToName = entry.deferredTo === null ? null : (entries[entry.deferredTo]?.entity ?? null)
  const { reasons, outlook } = getWhyText(t, queue, order, index, { ...entry, overtakesLeft }, deferredToName)
  return (
    <section className={styles.why}>
      <p>
        {brief ? <strong>{t('me.cause', { place: ordinal(index + 1) })} </strong> : null}
        {joinTexts(reasons)}
      </p>
      {brief || outlook.length === 0 ? null : <p>{joinTexts(outlook)}</p>}
    </section>
  )
}
