/** While I am called or speak: only the clock, and one button below it. */
import { phaseAt, remainingAt, usedAt } from '@rostrum/shared/projection/clock'
import type { TurnView } from '@rostrum/shared/projection/floor'
import type { ReactNode } from 'react'
import { usePending, useNow, useSend, useView, useVouched } from '../../session/hooks.tsx'
import { lengthText } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { FloorFull } from '../../ui/floor-full.tsx'
import { MainButton } from '../../ui/main-button.tsx'
import { Refusal } from './refusal.tsx'
import { sendingWords } from './sending.ts'
import type { Standing } from './standing.ts'
import styles from './my-floor.module.css'

type Mine = Extract<Standing, { turn: TurnView }>

const often = 200

/** `notice`: how the line stands; the clock is not hidden by it. */
export const MyClock = ({ standing: { kind, turn }, notice }: { standing: Mine; notice?: ReactNode }) => {
  const { t, rich } = useText()
  const warnings = useView(({ floor }) => floor.warnings)
  const channel = useView(({ me }) => me.channel)
  const about = !useVouched()
  const now = useNow(often)
  const phase = phaseAt(turn, warnings, now)
  const left = remainingAt(turn, now)
  const word = usePhaseWord(turn, phase)
  const called = kind === 'called'
  const help = t(channel === 'remote' ? 'floor.youAreCalledRemote' : 'floor.youAreCalledHelp')
  const cue = turn.cue ? t(`cue.${turn.cue.kind}`) : phase === 'over' ? t('floor.pleaseConclude') : undefined
  return (
    <div className={styles.full}>
      {notice}
      <FloorFull
        phase={phase}
        word={word}
        eyebrow={t(called ? 'floor.youAreCalled' : turn.kind === 'point-of-order' ? 'floor.pointOfOrder' : 'floor.youHaveIt')}
        who={called ? help : (turn.speaker?.entity ?? '')}
        clock={{ left, label: t('floor.yourTime'), about }}
        of={rich(left < 0 ? 'floor.overLimit' : 'floor.leftOf', { limit: lengthText(turn.limit) })}
        bar={{ used: turn.limit > 0 ? usedAt(turn, now) / turn.limit : 1 }}
        cue={called || phase === 'paused' ? undefined : cue}
      >
        <Refusal of={['floor.end', 'floor.absent']} />
        {kind === 'floor' ? <Finished turn={turn} /> : null}
        {called ? <NotNow turn={turn} /> : null}
      </FloorFull>
    </div>
  )
}

const usePhaseWord = (turn: TurnView, phase: ReturnType<typeof phaseAt>): string => {
  const { t } = useText()
  const warnings = useView(({ floor }) => floor.warnings)
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (phase === 'ready') return t('floor.ready')
  if (phase === 'paused') return t(turn.paused?.cause === 'point-of-order' ? 'floor.pausedForPoint' : 'floor.pausedByChair')
  if (phase === 'over') return t('floor.over')
  if (phase === 'speak') return t('floor.speaking')
  return t('floor.last', { n: (phase === 'last' ? early : late) / 1000 })
}

/** On the deep-blue block white, on a card in the accent. */
type OnTurn = { turn: TurnView; look?: 'floor' | 'accent' }

export const Finished = ({ turn: { id }, look = 'floor' }: OnTurn) => {
  const { t } = useText()
  const send = useSend()
  const pending = usePending('floor.end')
  return (
    <MainButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.end', data: { turn: id } })}>
      {pending ? sendingWords(t, pending) : t('floor.finished')}
    </MainButton>
  )
}

/** Whoever cannot speak now gives the floor back and waits at the end of the list. */
export const NotNow = ({ turn: { id }, look = 'floor' }: OnTurn) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('floor.absent') !== undefined
  return (
    <Button
      look={look === 'floor' ? 'floor' : 'plain'}
      block
      disabled={busy}
      onClick={() => void send({ type: 'floor.absent', data: { turn: id } })}
    >
      {t('me.notNow')}
    </Button>
  )
}
