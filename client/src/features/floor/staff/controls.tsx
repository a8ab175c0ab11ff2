/** The frequent controls under the next action. They keep their places while nothing can be pressed. */
import { seconds } from '@rostrum/shared/kernel/time'
import type { ReactNode } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './controls.module.css'

type ControlsProps = {
  /** Asks the speaker to conclude; it belongs to the cues, and so does the rest that can be asked. */
  cue: ReactNode
  more: ReactNode
  /** Another than the one called is looked for. */
  onCallOther: () => void
}

export const FloorControls = ({ cue, more, onCallOther }: ControlsProps) => {
  const { t } = useText()
  const current = useView(({ floor }) => floor.current)
  if (current && current.kind !== 'point-of-order' && current.startedAt === null) {
    return (
      <div className={styles.pair}>
        <NotHere />
        <Button onClick={onCallOther}>{t('act.callOther')}</Button>
      </div>
    )
  }
  return (
    <div className={styles.row}>
      <PauseButton />
      <MoreTime />
      {current?.question ? <InWriting /> : cue}
      {more}
    </div>
  )
}

const PauseButton = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const pausing = usePending('floor.pause')
  const resuming = usePending('floor.resume')
  const stands = current !== null && current.startedAt !== null && current.runningSince === null
  return (
    <Button
      data-shortcut="pause"
      icon={stands ? 'play' : 'pause'}
      disabled={!current || current.startedAt === null || pausing !== undefined || resuming !== undefined}
      onClick={() => {
        if (current) void send({ type: stands ? 'floor.resume' : 'floor.pause', data: { turn: current.id } })
      }}
    >
      {t(stands ? 'act.resumeShort' : 'act.pause')}
    </Button>
  )
}

const MoreTime = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.extend')
  return (
    <Button
      data-shortcut="add"
      disabled={!current || pending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'floor.extend', data: { turn: current.id, by: seconds(30) } })
      }}
    >
      {t('act.add30')}
    </Button>
  )
}

const NotHere = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const pending = usePending('floor.absent')
  return (
    <Button
      disabled={!current || pending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'floor.absent', data: { turn: current.id } })
      }}
    >
      {t('act.notHere')}
    </Button>
  )
}

const InWriting = () => {
  const { t } = useText()
  const send = useSend()
  const question = useView(({ floor }) => floor.current?.question)
  const pending = usePending('questions.settle')
  return (
    <Button
      disabled={!question || pending !== undefined}
      onClick={() => {
        if (question) void send({ type: 'questions.settle', data: { question, answer: 'in-writing' } })
      }}
    >
      {t('act.answerInWriting')}
    </Button>
  )
}
