/** Replaces the buttons: people who wait and can answer, in queue order. */
import { useEffect, useRef } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { listSwapPartners } from './swap-partners.ts'

export const SwapPartnerSheet = ({ status: { entry }, onClose }: { status: QueuedStatus; onClose: () => void }) => {
  const { t } = useAskedText()
  const send = useSend('own-request')
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const busy = usePending('queue.offer-swap') !== undefined
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      className={styles.sheet}
      aria-label={t('me.swapWith')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 ref={heading} tabIndex={-1} className={styles.big}>
        {t('me.swapWith')}
      </h2>
      <p className={styles.words}>{t('me.swapHelp')}</p>
      <Button block onClick={onClose}>
        {t('app.cancel')}
      </Button>
      <ol className={styles.others}>
        {listSwapPartners({ order, entries }, entry.id).map(({ id, index, entity }) => (
          <li key={id}>
            <Button
              block
              className={styles.other}
              disabled={busy}
              onClick={() =>
                void send({ type: 'queue.offer-swap', data: { entry: entry.id, with: id } }).then((reply) => {
                  if (reply.ok) onClose()
                })
              }
            >
              <span className="num">{index + 1}</span>
              <Name>{entity}</Name>
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}
