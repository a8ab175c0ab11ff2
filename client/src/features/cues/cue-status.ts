/** How far a cue has come, and how long it is to be shown. */

import type { Instant } from '@rostrum/shared/kernel/time'
import type { CueView, TurnView } from '@rostrum/shared/projection/floor/parts'

type Mark = 'asked' | 'arrived' | 'seen'

export const markOf = ({ delivered, seen }: Pick<CueView, 'delivered' | 'seen'>): Mark => {
  if (seen !== null) return 'seen'
  return delivered === null ? 'asked' : 'arrived'
}

/** Whoever has asked lets the speaker hear it, before it is asked again. */
const rest = 20_000

/** What has become of asking this speaker to conclude; null while nobody has. `again`: it can be asked once more. */
export const askedOf = (turn: Pick<TurnView, 'cue'> | null, now: Instant): { readonly mark: Mark; readonly again: boolean } | null =>
  turn?.cue?.kind === 'conclude' ? { mark: markOf(turn.cue), again: now - turn.cue.at >= rest } : null

type Given = Pick<CueView, 'kind' | 'at'>

/** On the room screen the others are over with the moment; to conclude is asked until the turn ends. */
export const isOnScreen = ({ kind, at }: Given, now: Instant): boolean => kind === 'conclude' || now - at < rest

/** On the speaker's own device it waits to be seen; "One minute" is true for a minute. */
export const isForSpeaker = ({ kind, at }: Given, now: Instant): boolean => kind !== 'one-minute' || now - at < 60_000
