/** Cues to whoever has the floor: canned, so that they come translated. */
import { z } from 'zod'
import type { CueId, TurnId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { turnId } from './fields.ts'

export const cueKinds = ['conclude', 'one-minute', 'closer', 'slower'] as const
export type CueKind = (typeof cueKinds)[number]

export const cueCommands = {
  'cues.give': z.strictObject({ turn: turnId, cue: z.enum(cueKinds) }),
}

export type CueEvents = {
  'cues.given': { readonly id: CueId; readonly turn: TurnId; readonly cue: CueKind }
}

/** The last cue given to a turn; it goes with the turn. */
export type CuesState = { readonly last: { readonly id: CueId; readonly turn: TurnId; readonly cue: CueKind; readonly at: Instant } | null }
