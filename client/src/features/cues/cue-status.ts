/** The status of a cue, and how long it is shown. */

import type { CueKind } from '@rostrum/shared/contract/enums'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { CueView, TurnView } from '@rostrum/shared/projection/floor/parts'

type CueStatus = 'asked' | 'arrived' | 'seen'

export const getCueStatus = ({ deliveredAt: delivered, seenAt: seen }: Pick<CueView, 'deliveredAt' | 'seenAt'>): CueStatus => {
  if (seen !== null) return 'seen'
  return delivered === null ? 'asked' : 'arrived'
}

/** How long, in milliseconds, a speaker has to notice a cue before the staff can send it again. */
const minIntervalMs = 20_000

/** Returns the status of the request to conclude, or null if nobody has asked. `canRepeat`: the staff can ask again. */
export const findConcludeRequest = (
  turn: Pick<TurnView, 'cue'> | null,
  now: Instant,
): { readonly status: CueStatus; readonly canRepeat: boolean } | null =>
  turn?.cue?.kind === 'conclude' ? { status: getCueStatus(turn.cue), canRepeat: now - turn.cue.at >= minIntervalMs } : null

/** A booth that repeats its request within this time sees the status of the first one. */
export const isRepeated = ({ at }: Pick<CueView, 'at'>, now: Instant): boolean => now - at < minIntervalMs

type GivenCue = Pick<CueView, 'kind' | 'at'>

/** On the room screen, "conclude" stays until the turn ends. All other cues are shown for a short time. */
export const isOnDisplay = ({ kind, at }: GivenCue, now: Instant): boolean => kind === 'conclude' || now - at < minIntervalMs

/** How long, in milliseconds, a cue that nobody has marked as seen stays on the speaker's own device. After that it is hardly true. */
const shownForMs: Readonly<Record<CueKind, number>> = {
  conclude: Number.POSITIVE_INFINITY,
  'one-minute': 60_000,
  closer: 120_000,
  slower: 120_000,
}

export const isOnSpeakerScreen = ({ kind, at }: GivenCue, now: Instant): boolean => now - at < shownForMs[kind]
