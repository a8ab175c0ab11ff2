/** Swapping positions by consent: my offer, and offers to me. */
import { useEffect } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../my-floor.module.css'
import type { QueuedStatus } from '../my-status.ts'
import { listSwapOfferers, type SwapPartner } from './swap-partners.ts'

/** Offers wait for an answer, so they come before my own card. */
export const SwapOffers = ({ status }: { status: QueuedStatus }) => {
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  return listSwapOfferers({ order, entries }, status.entry).map((offerer) => (
    <SwapOffer key={offerer.id} offerer={offerer} status={status} />
  ))
}

export const MySwapOffer = ({ status: { entry } }: { status: QueuedStatus }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const who = useView(({ entries }) => (entry.swapOfferedTo === null ? undefined : entries[entry.swapOfferedTo]?.entity))
  const busy = usePending('queue.offer-swap') !== undefined
  if (who === undefined) return null
  return (
    <div className={styles.between}>
      <p className={styles.words}>{t('me.offered', { who })}</p>
      <Button
        look="quiet"
        size="inline"
        disabled={busy}
        onClick={() => void send({ type: 'queue.offer-swap', data: { entry: entry.id, with: null } })}
      >
        {t('me.takeBack')}
      </Button>
    </div>
  )
}

const SwapOffer = ({ offerer, status: { entry, index } }: { offerer: SwapPartner; status: QueuedStatus }) => {
  const { t, ordinal } = usePhoneText()
  const send = useSend('own-request')
  const busy = [usePending('queue.accept-swap'), usePending('queue.refuse-swap')].some(Boolean)
  const text = t('me.swapAsk', { who: offerer.entity, place: ordinal(offerer.index + 1), now: ordinal(index + 1) })
  const data = { entry: entry.id, with: offerer.id }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each offer, whatever happens to the places afterwards
  useEffect(() => screenReader.say(text, `swap ${offerer.id}`), [offerer.id])
  return (
    <Card padded aria-label={t('me.swap')}>
      <p>{text}</p>
      <div className="pair">
        <Button disabled={busy} onClick={() => void send({ type: 'queue.refuse-swap', data })}>
          {t('me.decline')}
        </Button>
        <Button disabled={busy} onClick={() => void send({ type: 'queue.accept-swap', data })}>
          {t('me.accept')}
        </Button>
      </div>
    </Card>
  )
}
