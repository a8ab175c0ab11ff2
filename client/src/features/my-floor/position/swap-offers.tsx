/** Changing places by consent: what I have offered, and what is offered to me. */
import { useEffect } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import styles from '../my-floor.module.css'
import type { InLine } from '../my-status.ts'
import { askersOf, type Other } from './swap-partners.ts'

/** They wait for an answer, so they stand before my own card. */
export const OffersToMe = ({ standing }: { standing: InLine }) => {
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  return askersOf({ line, entries }, standing.entry).map((asker) => <Offer key={asker.id} asker={asker} standing={standing} />)
}

export const Offered = ({ standing: { entry } }: { standing: InLine }) => {
  const { t } = useText()
  const send = useSend()
  const who = useView(({ entries }) => (entry.offered === null ? undefined : entries[entry.offered]?.entity))
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

const Offer = ({ asker, standing: { entry, index } }: { asker: Other; standing: InLine }) => {
  const { t, ordinal } = useText()
  const send = useSend()
  const busy = [usePending('queue.take-swap'), usePending('queue.refuse-swap')].some(Boolean)
  const words = t('me.swapAsk', { who: asker.entity, place: ordinal(asker.index + 1), now: ordinal(index + 1) })
  const data = { entry: entry.id, with: asker.id }
  useEffect(() => announcements.say(words, `swap ${asker.id}`), [words, asker.id])
  return (
    <Card padded aria-label={t('me.swap')}>
      <p>{words}</p>
      <div className="pair">
        <Button disabled={busy} onClick={() => void send({ type: 'queue.refuse-swap', data })}>
          {t('me.decline')}
        </Button>
        <Button disabled={busy} onClick={() => void send({ type: 'queue.take-swap', data })}>
          {t('me.accept')}
        </Button>
      </div>
    </Card>
  )
}
