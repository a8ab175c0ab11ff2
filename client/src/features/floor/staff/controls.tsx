/** The frequent controls below the next action. */
import type { TurnId } from '@rostrum/shared/contract/ids'
import { findWaitingTurn } from '@rostrum/shared/contract/ruling'
import { seconds } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { ReactNode } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Place } from '../../../ui/place.tsx'
import styles from './controls.module.css'

type ControlsProps = {
  /** The button that asks the speaker to conclude. It belongs to the cues feature. */
  cue: ReactNode
  /** The button that changes the end of a suspension. It belongs to the session feature. */
  suspended: ReactNode
  more: ReactNode
}

type Turn = View['floor']['current']

const getState = (current: Turn, waiting: Turn) => {
  if (waiting) return 'waits'
  if (current === null) return 'none'
  if (current.startedAt !== null) return 'runs'
  return current.question ? 'shown' : 'called'
}

/**
 * Each control has its place: Pause or Resume, more time, the one act that belongs to the state, and more. A control that does not
 * apply is not drawn, and nothing else comes into its place.
 */
export const FloorControls = ({ cue, suspended, more }: ControlsProps) => {
  const current = useView(({ floor }) => floor.current)
  const waiting = useView(({ floor }) => findWaitingTurn(floor))
  const phase = useView(({ session }) => session.phase)
  const state = phase === 'open' ? getState(current, waiting) : phase === 'suspended' ? phase : 'none'
  return (
    <div className={styles.row} data-box="controls">
      <Place means={`${(current ?? waiting)?.id} ${state}`}>
        {state === 'runs' ? (
          <>
            <PauseButton />
            <MoreTimeButton />
          </>
        ) : null}
        <span className={styles.state}>
          {
            {
              none: null,
              suspended,
              runs: cue,
              called: <MarkAbsentButton />,
              shown: <TakeOffButton />,
              waits: waiting && <EndWaitingButton turn={waiting.id} />,
            }[state]
          }
        </span>
        <span className={styles.more}>{more}</span>
      </Place>
    </div>
  )
}

const PauseButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pausing = usePending('floor.pause')
  const resuming = usePending('floor.resume')
  const isPaused = current !== null && current.startedAt !== null && current.runningSince === null
  return (
    <Button
      data-shortcut="pause"
      className={styles.pause}
      icon={isPaused ? 'play' : 'pause'}
      // The main button has the word, for which there is no room here in every language.
      aria-label={isPaused ? t('control.resumeShort') : undefined}
      disabled={!current || current.startedAt === null || pausing !== undefined || resuming !== undefined}
      onClick={() => {
        if (current) void send({ type: isPaused ? 'floor.resume' : 'floor.pause', data: { turn: current.id } })
      }}
    >
      {isPaused ? null : t('control.pause')}
    </Button>
  )
}

const MoreTimeButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.extend')
  return (
    <Button
      data-shortcut="add"
      className={styles.add}
      disabled={!current || pending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'floor.extend', data: { turn: current.id, by: seconds(30) } })
      }}
    >
      {t('control.add30')}
    </Button>
  )
}

const MarkAbsentButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.mark-absent')
  return (
    <Button
      disabled={!current || pending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'floor.mark-absent', data: { turn: current.id } })
      }}
    >
      {t((current?.staff?.missedCalls ?? 0) > 0 ? 'control.notHereAgain' : 'control.notHere')}
    </Button>
  )
}

/** Ends the turn that waits for the ruling. */
const EndWaitingButton = ({ turn }: { turn: TurnId }) => {
  const { t } = useText()
  const send = useSend('controls')
  const pending = usePending('floor.end')
  return (
    <Button disabled={pending !== undefined} onClick={() => void send({ type: 'floor.end', data: { turn } })}>
      {t('control.end')}
    </Button>
  )
}

const TakeOffButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const question = useView(({ floor }) => floor.current?.question)
  const pending = usePending('questions.unshow')
  return (
    <Button
      disabled={!question || pending !== undefined}
      onClick={() => {
        if (question) void send({ type: 'questions.unshow', data: { question } })
      }}
    >
      {t('questions.takeOff')}
    </Button>
  )
}
