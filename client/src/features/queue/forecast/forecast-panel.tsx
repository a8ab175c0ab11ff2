/** The forecast, and the possible limits with the number of speakers each would reach. The user previews a limit, then applies it. */
import type { Millis } from '@rostrum/shared/kernel/time'
import type { LimitChoice } from '@rostrum/shared/projection/queue/forecast'
import type { ReactNode } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { formatDuration, roundToMinutes } from '../../../text/times.ts'
import { type TextTools, useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import styles from './forecast-panel.module.css'
import type { QueueForecast } from './use-forecast.ts'

type ForecastPanelProps = {
  forecast: QueueForecast
  /** The limits to choose from. Empty if there is nothing to choose. */
  choices: readonly LimitChoice[]
  /** The limit being previewed; null for the current limit. */
  trialLimit: Millis | null
  /** The limit that was being previewed when a speaker was called, until the clock starts. Otherwise null. */
  lapsedLimit: Millis | null
  onTrial: (limit: Millis | null) => void
}

export const ForecastPanel = ({ forecast, choices, trialLimit, lapsedLimit, onTrial }: ForecastPanelProps) => {
  const text = useText()
  const send = useSend('queue')
  const sending = usePending('floor.set-limit') !== undefined
  const { limit } = forecast
  const hasChoice = choices.length > 0
  const use = async (chosen: Millis) => {
    await send({ type: 'floor.set-limit', data: { scope: { kind: 'everyone' }, limit: chosen, expectedLimit: limit } })
    onTrial(null)
  }
  return (
    <div className={styles.place}>
      <div className={styles.forecast}>
        {trialLimit === null ? (
          <Forecast>
            {lapsedLimit === null
              ? formatForecast(text, forecast, hasChoice)
              : text.t('queue.notApplied', { trial: formatDuration(lapsedLimit), limit: formatDuration(limit) })}
          </Forecast>
        ) : (
          <div className={styles.trial}>
            <Button look="primary" title={text.t('queue.useFrom')} disabled={sending} onClick={() => void use(trialLimit)}>
              <span>
                {text.t('queue.use', { limit: formatDuration(trialLimit) })}
                <small>
                  {text.t('queue.notSetYet')} <span className={styles.from}>{text.t('queue.useFrom')}</span>
                </small>
              </span>
            </Button>
            <Button onClick={() => onTrial(null)}>{text.t('queue.keepLimit', { limit: formatDuration(limit) })}</Button>
          </div>
        )}
        {hasChoice ? (
          <SegmentedControl
            label={text.t('queue.timeEach')}
            value={String(trialLimit ?? limit)}
            onChange={(value) => onTrial(Number(value) === limit ? null : (Number(value) as Millis))}
            onCancel={() => onTrial(null)}
            options={choices.map((choice, index) => ({
              id: String(index),
              value: String(choice.limit),
              label: <span className="num">{formatDuration(choice.limit)}</span>,
              trial: trialLimit === null ? undefined : choice.limit === limit ? 'holds' : choice.limit === trialLimit ? 'trial' : undefined,
              note: formatNote(text, choice, forecast.waiting, trialLimit !== null && choice.limit === limit),
            }))}
          />
        ) : null}
      </div>
    </div>
  )
}

/** Says how many the limit reaches. While another is looked at, the limit that holds says so instead. */
const formatNote = ({ t }: TextTools, { reachesAll, reachedCount }: LimitChoice, waiting: number, holds: boolean): string => {
  if (holds) return t('queue.limitHolds')
  return reachesAll ? t('queue.allHeard', { n: waiting }) : t('queue.heard', { n: reachedCount })
}

/** It is set smaller before it would be higher than the limits, so that it takes no row from the list. */
const Forecast = ({ children }: { children: ReactNode }) => (
  <p ref={useFit<HTMLParagraphElement>(1)} className={styles.say}>
    {children}
  </p>
)

const formatForecast = (
  { rich }: TextTools,
  { waiting, limit, timeLeft, gained, isPaced, lastWord }: QueueForecast,
  hasChoice: boolean,
) => {
  if (lastWord) return rich('queue.sayLastWord', { waiting })
  const each = formatDuration(limit)
  if (timeLeft === null) return rich('queue.sayPlain', { waiting, limit: each })
  const time = { left: roundToMinutes(timeLeft), gained: roundToMinutes(gained) }
  return hasChoice
    ? rich(isPaced ? 'queue.sayTimePaced' : 'queue.sayTime', { waiting, ...time })
    : rich('queue.sayAll', { waiting, ...time, limit: each })
}
