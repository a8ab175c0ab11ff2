/** My own turn in words, for every layout: its name, its status, and the time left. */

import { computeClockPhase, computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { ReactNode } from 'react'
import { useClockTrusted, useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import type { PhaseName } from '../../../ui/phase-label.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { getPhaseText, makeBar, useShownInstant } from '../../../widgets/turn-text.tsx'
import type { OwnTurnStatus } from '../my-status.ts'

type MyTurn = {
  readonly phase: PhaseName
  readonly word: string
  readonly eyebrow: string
  /** Instructions for a called speaker. */
  readonly help: string | null
  readonly who: string
  readonly clock: { readonly left: number; readonly label: string; readonly about: boolean }
  readonly of: ReactNode
  readonly bar: { readonly used: number; readonly notches: readonly number[] }
}

export const useMyTurn = ({ kind, turn }: OwnTurnStatus): MyTurn => {
  const { t, rich } = usePhoneText()
  const floor = useView((view) => view.floor)
  const channel = useView(({ me }) => me.channel)
  const about = !useClockTrusted()
  const now = useShownInstant(turn)
  const phase = computeClockPhase(turn, floor, now)
  // During the grace period the clock shows zero, because the speaker is not over time yet.
  const left = phase === 'final' ? Math.max(0, computeRemaining(turn, now)) : computeRemaining(turn, now)
  return {
    phase,
    word: phase === 'final' && left === 0 ? t('floor.timeUp') : getPhaseText(t, phase, turn, floor),
    eyebrow: t(kind === 'called' ? getCallMessage(turn) : kindWords[turn.kind].youHaveIt),
    help: kind === 'called' ? t(channel === 'remote' ? 'floor.youAreCalledRemote' : 'floor.youAreCalledHelp') : null,
    who: turn.speaker?.entity ?? '',
    clock: { left, label: t('floor.yourTime'), about },
    of: rich(left < 0 ? 'floor.overLimit' : 'floor.leftOf', { limit: formatDuration(turn.limit) }),
    bar: makeBar(turn, floor, now),
  }
}

export const getCallMessage = ({ kind }: OwnTurnStatus['turn']) => kindWords[kind].youAreCalled
