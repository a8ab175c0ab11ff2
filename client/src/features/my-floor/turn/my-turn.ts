/** My own turn in words, for every layout: its name, its status, and the time left. */

import { findWaitingTurn } from '@rostrum/shared/contract/ruling'
import { computeClockPhase, computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { type ReactNode, useEffect, useState } from 'react'
import { useClockTrusted, useNews, useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import type { PhaseName } from '../../../ui/phase-label.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { getPhaseText, makeBar, useShownInstant } from '../../../widgets/turn-text.tsx'
import { useChannelWords } from '../channel-words.ts'
import type { OwnTurnStatus } from '../my-status.ts'

type MyTurn = {
  readonly phase: PhaseName
  readonly word: string
  readonly eyebrow: string
  /** Instructions for a speaker who is called or interrupted. */
  readonly help: string | null
  readonly who: string
  readonly clock: { readonly left: number; readonly label: string; readonly isApproximate: boolean }
  readonly of: ReactNode
  /** That the Chair has just changed the time. */
  readonly changed: string | null
  readonly bar: { readonly used: number; readonly notches: readonly number[] }
}

export const useMyTurn = ({ kind, turn }: OwnTurnStatus): MyTurn => {
  const { t, rich } = usePhoneText()
  const floor = useView((view) => view.floor)
  const { called } = useChannelWords()
  const session = useView((view) => view.session)
  const isBreak = session.phase === 'suspended' && kind !== 'called'
  const isApproximate = !useClockTrusted()
  const now = useShownInstant(turn)
  const phase = computeClockPhase(turn, floor, now)
  // During the grace period the clock shows zero, because the speaker is not over time yet.
  const left = phase === 'final' ? Math.max(0, computeRemaining(turn, now)) : computeRemaining(turn, now)
  return {
    phase,
    word: isBreak
      ? t('floor.pausedForBreak')
      : kind === 'interrupted' && findWaitingTurn(floor) !== null
        ? t('floor.ruling')
        : phase === 'final' && left === 0
          ? t('floor.timeUp')
          : getPhaseText(t, phase, turn, floor, session),
    eyebrow: t(kind === 'called' ? getCallMessage(turn) : kind === 'interrupted' || isBreak ? 'me.paused' : kindWords[turn.kind].youHaveIt),
    help:
      kind === 'floor' && !isBreak
        ? turn.paused?.cause === 'suspension'
          ? t('me.waitsClock')
          : null
        : kind === 'called'
          ? t(called)
          : left > 0
            ? t('me.pausedKept')
            : null,
    who: turn.speaker?.entity ?? '',
    clock: { left, label: t('floor.yourTime'), isApproximate },
    of: kind === 'called' ? undefined : rich(left < 0 ? 'floor.overLimit' : 'floor.leftOf', { limit: formatDuration(turn.limit) }),
    changed: useTimeChange(turn),
    bar: makeBar(turn, floor, now),
  }
}

/** How long, in milliseconds, a page shows that the Chair has changed my time. */
const changeShownMs = 20_000

/** The sentence that the Chair has just changed my time, or null. The clock alone would not say that it was the Chair. */
const useTimeChange = ({ id, limit }: OwnTurnStatus['turn']): string | null => {
  const { t } = usePhoneText()
  const [before, setBefore] = useState<number | null>(null)
  useNews({ id, limit }, (earlier) => setBefore(earlier.id === id ? earlier.limit : null))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another change is shown as long as the first
  useEffect(() => {
    const timer = setTimeout(() => setBefore(null), changeShownMs)
    return () => clearTimeout(timer)
  }, [limit])
  return before === null ? null : t('me.limitChanged', { limit: formatSpeakingTime(t, limit), before: formatSpeakingTime(t, before) })
}

export const getCallMessage = ({ kind }: OwnTurnStatus['turn']) => kindWords[kind].youAreCalled
