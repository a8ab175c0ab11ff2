/** The status of a cue, and how long it is shown. */

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

/** A booth that repeats its request within this time sees the existing receipt. */
export const isRepeated = ({ at }: Pick<CueView, 'at'>, now: Instant): boolean => now - at < minIntervalMs

type GivenCue = Pick<CueView, 'kind' | 'at'>

/** On the room screen, "conclude" stays until the turn ends. All other cues are shown for a short time. */
export const isOnDisplay = ({ kind, at }: GivenCue, now: Instant): boolean => kind === 'conclude' || now - at < minIntervalMs

/** On the speaker's own device a cue stays until it is seen, except "One minute", which is true for one minute only. */
export const isOnSpeakerScreen = ({ kind, at }: GivenCue, now: Instant): boolean => kind !== 'one-minute' || now - at < 60_000
