/** The frequent controls below the next action. They keep their places while they are disabled. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { seconds } from '@rostrum/shared/kernel/time'
import type { ReactNode } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './controls.module.css'

type ControlsProps = {
  /** The "ask to conclude" button and the menu of other cues. They belong to the cues feature. */
  cue: ReactNode
  more: ReactNode
  /** Called if the user wants to call somebody other than the speaker who is called. */
  onCallOther: () => void
}

export const FloorControls = ({ cue, more, onCallOther }: ControlsProps) => {
  const { t } = useText()
  const current = useView(({ floor }) => floor.current)
  const isClosed = useFloorClosed()
  if (current && !interrupts(current.kind) && current.startedAt === null) {
    return (
      <div className={styles.pair}>
        <MarkAbsentButton />
        <Button disabled={isClosed} onClick={onCallOther}>
          {t('control.callOther')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.row}>
      <PauseButton />
      <MoreTimeButton />
      {current?.question ? <AnswerInWritingButton /> : cue}
      {more}
    </div>
  )
}

/** While the session is not open no control of the floor can be pressed. */
const useFloorClosed = (): boolean => useView(({ session }) => session.phase !== 'open')

const PauseButton = () => {
  const { t } = useText()
  const isClosed = useFloorClosed()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pausing = usePending('floor.pause')
  const resuming = usePending('floor.resume')
  const isPaused = !isClosed && current !== null && current.startedAt !== null && current.runningSince === null
  return (
    <Button
      data-shortcut="pause"
      icon={isPaused ? 'play' : 'pause'}
      disabled={isClosed || !current || current.startedAt === null || pausing !== undefined || resuming !== undefined}
      onClick={() => {
        if (current) void send({ type: isPaused ? 'floor.resume' : 'floor.pause', data: { turn: current.id } })
      }}
    >
      {t(isPaused ? 'control.resumeShort' : 'control.pause')}
    </Button>
  )
}

const MoreTimeButton = () => {
  const { t } = useText()
  const isClosed = useFloorClosed()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.extend')
  return (
    <Button
      data-shortcut="add"
      disabled={isClosed || !current || pending !== undefined}
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
  const isClosed = useFloorClosed()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.mark-absent')
  return (
    <Button
      disabled={isClosed || !current || pending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'floor.mark-absent', data: { turn: current.id } })
      }}
    >
      {t('control.notHere')}
    </Button>
  )
}

const AnswerInWritingButton = () => {
  const { t } = useText()
  const send = useSend('controls')
  const question = useView(({ floor }) => floor.current?.question)
  const pending = usePending('questions.mark-answered')
  return (
    <Button
      disabled={!question || pending !== undefined}
      onClick={() => {
        if (question) void send({ type: 'questions.mark-answered', data: { question, answer: 'in-writing' } })
      }}
    >
      {t('control.answerInWriting')}
    </Button>
  )
}
