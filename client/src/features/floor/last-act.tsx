/** What was done last, always in the same place, and the rarer end of a turn beside it. */
import type { FloorView } from '@rostrum/shared/projection/floor'
import { usePending, useRefusal, useSend, useView } from '../../session/hooks.tsx'
import type { Speak } from '../../text/messages.ts'
import { questionLabel, speakerLabel } from '../../text/person-words.ts'
import { refusalWords } from '../../text/refusal-words.ts'
import { exactTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import styles from './controls.module.css'

/** Commands that are driven from beside this line: their refusals stand in place of what was done last. */
const driven = [
  'session.',
  'agenda.',
  'floor.call',
  'floor.start',
  'floor.pause',
  'floor.resume',
  'floor.extend',
  'floor.end',
  'floor.absent',
  'floor.recognize',
  'cues.',
]

export const LastAct = () => {
  const { t } = useText()
  const refused = refusalWords(t, useRefusal(driven))
  const send = useSend()
  const { current, last } = useView(({ floor }) => floor)
  const zone = useView(({ session }) => session.timeZone)
  const number = useView(({ questions, floor }) => (floor.last?.question ? (questions[floor.last.question]?.number ?? 0) : 0))
  const waits = useView(({ line }) => line.length > 0)
  const ending = usePending('floor.end')
  const cue = current?.cue
  const cued = cue?.kind === 'conclude' && cue.at >= (last?.at ?? 0) ? t('act.lastConclude', { time: exactTime(cue.at, zone) }) : null
  const alone = current !== null && current.startedAt !== null && current.kind !== 'point-of-order' && waits
  return (
    <div className={styles.last}>
      <p className={styles.said}>
        {refused === null ? (cued ?? (last ? actWords(t, last, number, exactTime(last.at, zone)) : null)) : <Refusal words={refused} />}
      </p>
      {alone ? (
        <Button
          look="quiet"
          size="small"
          disabled={ending !== undefined}
          onClick={() => void send({ type: 'floor.end', data: { turn: current.id } })}
        >
          {t('act.endOnly')}
        </Button>
      ) : null}
    </div>
  )
}

const sentences = {
  called: 'act.lastCalled',
  started: 'act.lastStarted',
  paused: 'act.lastPaused',
  resumed: 'act.lastResumed',
  extended: 'act.lastExtended',
  ended: 'act.lastEnded',
  released: 'act.lastReleased',
} as const

const actWords = (t: Speak, { what, speaker, question }: NonNullable<FloorView['last']>, number: number, time: string): string => {
  if (what === 'limited') return t('act.lastLimited', { time })
  const named = question ? questionLabel(t, number) : ''
  if (question && (what === 'called' || what === 'started')) return t('act.lastShown', { number: named, time })
  return t(sentences[what], { who: speaker ? speakerLabel(t, speaker) : named, time })
}
