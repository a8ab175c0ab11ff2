/** My own turn in words, for every drawing of it: what it is called, how it stands, and the time left. */
import { phaseAt, remainingAt, usedAt } from '@rostrum/shared/projection/floor/clock'
import type { FloorView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { ReactNode } from 'react'
import { useNow, useView, useVouched } from '../../../session/hooks.tsx'
import type { Speak } from '../../../text/messages.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { Phase } from '../../../ui/phase-label.tsx'
import type { OnFloor } from '../my-status.ts'

type MyTurn = {
  readonly phase: Phase
  readonly word: string
  readonly eyebrow: string
  /** What to do when called. */
  readonly help: string | null
  readonly who: string
  readonly clock: { readonly left: number; readonly label: string; readonly about: boolean }
  readonly of: ReactNode
  readonly bar: { readonly used: number; readonly notches: readonly number[] }
}

const often = 200

export const useMyTurn = ({ kind, turn }: OnFloor): MyTurn => {
  const { t, rich } = useText()
  const floor = useView((view) => view.floor)
  const channel = useView(({ me }) => me.channel)
  const about = !useVouched()
  const now = useNow(often)
  const phase = phaseAt(turn, floor, now)
  // Within the grace the clock stands at nought: nobody is over time yet.
  const left = phase === 'final' ? Math.max(0, remainingAt(turn, now)) : remainingAt(turn, now)
  return {
    phase,
    word: phase === 'final' && left === 0 ? t('floor.timeUp') : turnWord(t, phase, turn, floor),
    eyebrow: t(kind === 'called' ? 'floor.youAreCalled' : eyebrows[turn.kind]),
    help: kind === 'called' ? t(channel === 'remote' ? 'floor.youAreCalledRemote' : 'floor.youAreCalledHelp') : null,
    who: turn.speaker?.entity ?? '',
    clock: { left, label: t('floor.yourTime'), about },
    of: rich(left < 0 ? 'floor.overLimit' : 'floor.leftOf', { limit: lengthText(turn.limit) }),
    bar: {
      used: turn.limit > 0 ? usedAt(turn, now) / turn.limit : 1,
      notches: floor.warnings.map((warning) => (turn.limit - warning) / turn.limit).filter((at) => at > 0 && at < 1),
    },
  }
}

const eyebrows = {
  intervention: 'floor.youHaveIt',
  answer: 'floor.youHaveIt',
  'point-of-order': 'floor.pointOfOrder',
  'right-of-reply': 'me.reply',
} as const

const pausedBecause = {
  chair: 'floor.pausedByChair',
  'point-of-order': 'floor.pausedForPoint',
  suspension: 'floor.pausedForBreak',
} as const

export const pausedWord = (t: Speak, { paused }: Pick<TurnView, 'paused'>): string => t(pausedBecause[paused?.cause ?? 'chair'])

const turnWord = (t: Speak, phase: Phase, turn: Pick<TurnView, 'paused'>, { warnings }: Pick<FloorView, 'warnings'>): string => {
  const [early = 0, late = 0] = [...warnings].sort((a, b) => b - a)
  if (phase === 'ready') return t('floor.ready')
  if (phase === 'paused') return pausedWord(t, turn)
  if (phase === 'over') return t('floor.over')
  if (phase === 'speak') return t('floor.speaking')
  return t('floor.last', { n: (phase === 'last' ? early : late) / 1000 })
}
