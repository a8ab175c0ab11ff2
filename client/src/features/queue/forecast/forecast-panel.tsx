/** The forecast in a sentence and in pips, and the limits with the number each would let be heard: previewed first, applied second. */
import type { Millis } from '@rostrum/shared/kernel/time'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { lengthText, wholeMinutes } from '../../../text/times.ts'
import { type UsedText, useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Pips } from '../../../ui/pips.tsx'
import { Segmented } from '../../../ui/segmented-control.tsx'
import styles from '../queue.module.css'
import type { Forecast } from './use-forecast.ts'
import { useToldOnce } from './use-overflow-alert.ts'

type PanelProps = {
  forecast: Forecast
  /** The limit that is looked at, null for the one in force. */
  trial: Millis | null
  onTrial: (limit: Millis | null) => void
}

export const ForecastPanel = ({ forecast, trial, onTrial }: PanelProps) => {
  const text = useText()
  const send = useSend()
  const sending = usePending('floor.limit') !== undefined
  const { limit, waiting, choices } = forecast
  const shown = trial ?? limit
  const segment = useView(({ progress }) => progress.current)
  const outgrown = useToldOnce(segment, forecast.heardAt(limit), waiting)
  const use = async (chosen: Millis) => {
    await send({ type: 'floor.limit', data: { scope: { kind: 'everyone' }, limit: chosen, expectedLimit: limit } })
    onTrial(null)
  }
  return (
    <div className={styles.forecast}>
      <p className={styles.say}>{sentence(text, forecast, trial)}</p>
      {outgrown.shown ? (
        <p className={styles.outgrown}>
          {text.t('say.outgrown')}
          <Button look="quiet" size="small" onClick={outgrown.dismiss}>
            {text.t('app.close')}
          </Button>
        </p>
      ) : null}
      {waiting > 0 ? <Pips heard={forecast.heardAt(shown)} waiting={waiting} /> : null}
      <div className={styles.tries}>
        {trial === null ? (
          <span className="muted">{text.t('queue.timeEach')}</span>
        ) : (
          <Button look="primary" disabled={sending} onClick={() => void use(trial)}>
            {text.t('queue.use', { limit: lengthText(trial) })}
          </Button>
        )}
        <Segmented
          label={text.t('queue.timeEach')}
          value={String(shown)}
          onChange={(value) => onTrial(Number(value) === limit ? null : (Number(value) as Millis))}
          onCancel={() => onTrial(null)}
          options={choices.map((choice) => ({
            value: String(choice.limit),
            label: <span className="num">{lengthText(choice.limit)}</span>,
            ...(waiting > 0 && forecast.left !== null
              ? { note: choice.all ? text.t('queue.allHeard', { n: waiting }) : text.t('queue.heard', { n: choice.heard }) }
              : {}),
          }))}
        />
      </div>
    </div>
  )
}

/** From here on a single number would be false precision. */
const wide = 3

const sentence = ({ t, rich }: UsedText, { waiting, limit, left, heardAt, between: [few, many] }: Forecast, trial: Millis | null) => {
  if (trial !== null) return rich('queue.preview', { limit: lengthText(trial), heard: heardAt(trial), waiting })
  if (waiting === 0) return t('queue.empty')
  const each = lengthText(limit)
  if (left === null) return rich('queue.sayPlain', { waiting, limit: each })
  const heard = heardAt(limit)
  if (many - few >= wide) return rich('queue.sayBetween', { waiting, left: wholeMinutes(left), few, many, limit: each })
  if (heard === waiting) return rich('queue.sayAll', { waiting, left: wholeMinutes(left), limit: each })
  return rich('queue.say', { waiting, left: wholeMinutes(left), heard, limit: each })
}
