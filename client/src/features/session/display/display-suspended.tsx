/** The suspension, over the whole room screen: until when, if that is known and still ahead, and who has the floor afterwards. */
import type { ReactNode } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import styles from './display-parts.module.css'

/** The scale of the text in each size: with the names of who comes next, and then without them. */
const sizes = [1.4, 1.2, 1.1, 1, 0.9, 0.82, 0.75, 1, 0.85, 0.7, 0.58, 0.46, 0.36]

/** `children`: the turns that wait. */
export const DisplaySuspended = ({ children }: { children: ReactNode }) => {
  const { t } = useText()
  const { until: planned, timeZone, place } = useView(({ session }) => session)
  const now = useNow(1000)
  const until = planned !== null && now < planned ? planned : null
  const box = useFit<HTMLElement>(sizes)
  return (
    <section ref={box} data-column="" className={styles.suspended} aria-labelledby="display-suspended">
      <h1 id="display-suspended">{t(until === null ? 'session.suspended' : 'display.suspendedUntil')}</h1>
      {until === null ? null : (
        <p className={styles.until}>
          <span className="num">{formatTime(until, timeZone)}</span> <small>{t('time.zone', { place: getPlaceName(t, place) })}</small>
        </p>
      )}
      {children}
    </section>
  )
}
