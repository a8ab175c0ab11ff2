/** My own place in the panel: when I speak, after whom, and that I am ready. */

import { useCalledBefore, useMyLimit } from '../../features/my-floor/calling-order.ts'
import type { InLine, OnFloor, Standing } from '../../features/my-floor/my-status.ts'
import { asked } from '../../features/my-floor/own-commands.ts'
import { Next } from '../../features/my-floor/position/near.tsx'
import { AlsoFor, Before, Say, Spoke } from '../../features/my-floor/position/status-cards.tsx'
import { useWindowWords } from '../../features/my-floor/position/use-window.ts'
import { Why } from '../../features/my-floor/position/why.tsx'
import { Refusal } from '../../features/my-floor/refusal.tsx'
import { ReadyButton, ReturnButton, WaitActions } from '../../features/my-floor/requests/actions.tsx'
import { useView } from '../../session/hooks.tsx'
import { lengthText } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './podium.module.css'

/** Nothing while I have the floor: the block says it. */
export const PodiumPlace = ({ standing }: { standing: Standing }) => {
  const { t } = useText()
  if ('turn' in standing) return null
  return (
    <Card padded aria-label={t('me.place')}>
      <Mine standing={standing} />
      <Refusal of={asked} />
    </Card>
  )
}

const Mine = ({ standing }: { standing: Exclude<Standing, OnFloor> }) => {
  const { t } = useText()
  switch (standing.kind) {
    case 'before':
      return <Before />
    case 'over':
    case 'unheard':
      return <Say title={t('session.closed')} help={t('me.over')} />
    case 'spoke':
      return <Spoke spoken={standing.spoken} />
    case 'held':
      return (
        <>
          <Say title={t('me.held')} help={t('me.heldHelp')} />
          <AlsoFor entry={standing.entry} />
          <ReturnButton entry={standing.entry} />
        </>
      )
    case 'next':
    case 'queued':
      return <Waiting standing={standing} />
    default:
      return <Say title={t('podium.notListed')} help={t('podium.notListedHelp')} />
  }
}

const Waiting = ({ standing }: { standing: InLine }) => (
  <>
    {standing.kind === 'next' ? <Next standing={standing} /> : <After standing={standing} />}
    <AlsoFor entry={standing.entry} />
    {standing.kind === 'next' ? null : <Why standing={standing} brief />}
    <ReadyButton entry={standing.entry} />
    <WaitActions entry={standing.entry} look="quiet" />
  </>
)

/** "You speak 2nd, after …", about when, and for how long. */
const After = ({ standing }: { standing: InLine }) => {
  const { t, ordinal } = useText()
  const last = useCalledBefore(standing.entry.id).at(-1)
  const who = useView(({ entries }) => (last === undefined ? undefined : entries[last]?.entity))
  const { wait, span } = useWindowWords(standing.entry.id)
  const limit = lengthText(useMyLimit(standing.entry.id))
  const place = ordinal(standing.index + 1)
  return (
    <>
      <h2 className={styles.title}>{who === undefined ? t('podium.speak', { place }) : t('podium.speakAfter', { place, who })}</h2>
      <p>
        <strong>{wait}</strong> {span}
      </p>
      <p className="muted">{t('me.oneHelpRemote', { limit })}</p>
    </>
  )
}
