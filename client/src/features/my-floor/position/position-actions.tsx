/** Lets the next person go first, or asks another person to swap positions. */
import { useEffect, useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { findNextInOrder, listSwapPartners } from './swap-partners.ts'

type PositionActionsProps = { status: QueuedStatus; look?: 'plain' | 'quiet' }

export const PositionActions = ({ status, look = 'plain' }: PositionActionsProps) => {
  const { t } = usePhoneText()
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const [choosing, setChoosing] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  const after = findNextInOrder(order, status.index)
  const others = listSwapPartners({ order, entries }, status.entry.id).length > 0
  const swaps = others && status.entry.swapOfferedTo === null
  if (after === null && !swaps) return null
  const close = () => {
    setChoosing(false)
    // The button comes back with the next render, unless there is an offer now.
    requestAnimationFrame(() => buttons.current?.querySelector<HTMLButtonElement>('[data-swap]')?.focus())
  }
  if (choosing && swaps) return <SwapPartnerSheet status={status} onClose={close} />
  return (
    <div ref={buttons} className={after === null || !swaps ? undefined : 'pair'}>
      {after === null ? null : <LetNextFirstButton status={status} look={look} />}
      {swaps ? (
        <Button data-swap look={look} block onClick={() => setChoosing(true)}>
          {t('me.swap')}
        </Button>
      ) : null}
    </div>
  )
}

const LetNextFirstButton = ({ status: { entry, index }, look }: PositionActionsProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const after = useView(({ order }) => findNextInOrder(order, index))
  const busy = usePending('queue.defer') !== undefined
  return (
    <Button
      look={look}
      block
      disabled={after === null || busy}
      onClick={() => {
        if (after !== null) void send({ type: 'queue.defer', data: { entry: entry.id, after } })
      }}
    >
      {t('me.letFirst')}
    </Button>
  )
}

/** Replaces the buttons: people who wait and can answer, in queue order. */
const SwapPartnerSheet = ({ status: { entry }, onClose }: { status: QueuedStatus; onClose: () => void }) => {
  const { t } = usePhoneText()
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
      <Button block onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </section>
  )
}
