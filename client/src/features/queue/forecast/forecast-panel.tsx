/**
 * The forecast as a sentence and as dots, and the possible limits with the number of speakers each would reach. The user previews a
 * limit, then applies it.
 */
import type { Millis } from '@rostrum/shared/kernel/time'
import type { ReactNode } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { formatDuration, roundToMinutes } from '../../../text/times.ts'
import { type TextTools, useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import styles from '../queue.module.css'
import type { QueueForecast } from './use-forecast.ts'

type ForecastPanelProps = {
  forecast: QueueForecast
  /** The limit being previewed; null for the current limit. */
  trialLimit: Millis | null
  onTrial: (limit: Millis | null) => void
  /** Content after the limits. While a limit is previewed, the button that applies it replaces it. */
  children: ReactNode
}

export const ForecastPanel = ({ forecast, trialLimit, onTrial, children }: ForecastPanelProps) => {
  const text = useText()
  const send = useSend('queue')
  const sending = usePending('floor.set-limit') !== undefined
  const { limit, waiting, choices, lastWord } = forecast
  const shown = trialLimit ?? limit
  const use = async (chosen: Millis) => {
    await send({ type: 'floor.set-limit', data: { scope: { kind: 'everyone' }, limit: chosen, expectedLimit: limit } })
    onTrial(null)
  }
  return (
    <div className={styles.forecast}>
      <p className={styles.say}>{formatForecast(text, forecast, trialLimit)}</p>
      {waiting > 0 ? <Pips reached={forecast.countReachedAt(shown)} waiting={waiting} /> : null}
      <div className={styles.tries}>
        <SegmentedControl
          label={text.t('queue.timeEach')}
          value={String(shown)}
          onChange={(value) => onTrial(Number(value) === limit ? null : (Number(value) as Millis))}
          onCancel={() => onTrial(null)}
          options={choices.map((choice, index) => ({
            id: String(index),
            value: String(choice.limit),
            label: <span className="num">{formatDuration(choice.limit)}</span>,
            ...(waiting > 0 && forecast.timeLeft !== null && !lastWord
              ? { note: choice.reachesAll ? text.t('queue.allHeard', { n: waiting }) : text.t('queue.heard', { n: choice.reachedCount }) }
              : {}),
          }))}
        />
        {trialLimit === null ? (
          children
        ) : (
          <Button look="primary" disabled={sending} onClick={() => void use(trialLimit)}>
            {text.t('queue.use', { limit: formatDuration(trialLimit) })}
          </Button>
        )}
      </div>
    </div>
  )
}

/** From this width of the range on, a single number would be false precision. */
const wideRange = 3

const formatForecast = (
  { t, rich }: TextTools,
  { waiting, limit, timeLeft: left, countReachedAt, reachedRange: [few, many], lastWord }: QueueForecast,
  trialLimit: Millis | null,
) => {
  if (lastWord && waiting > 0) return rich('queue.sayLastWord', { waiting })
  if (trialLimit !== null) return rich('queue.preview', { limit: formatDuration(trialLimit), heard: countReachedAt(trialLimit), waiting })
  if (waiting === 0) return t('queue.empty')
  const each = formatDuration(limit)
  if (left === null) return rich('queue.sayPlain', { waiting, limit: each })
  const heard = countReachedAt(limit)
  if (many - few >= wideRange) return rich('queue.sayBetween', { waiting, left: roundToMinutes(left), few, many, limit: each })
  if (heard === waiting) return rich('queue.sayAll', { waiting, left: roundToMinutes(left), limit: each })
  return rich('queue.say', { waiting, left: roundToMinutes(left), heard, limit: each })
}
