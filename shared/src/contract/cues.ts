/** Speaking to people: cues to whoever has the floor, canned so that they come translated; announcements; and the room screen, which can be blanked. */
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { type Addressee, addressees, type CueKind, cueKinds } from './enums.ts'
import { announcementId, cueId, none, text, turnId } from './field-schemas.ts'
import type { AnnouncementId, CueId, TurnId } from './ids.ts'

export const cueCommands = {
  'cues.give': z.strictObject({ turn: turnId, cue: z.enum(cueKinds) }),
  /** Told by the speaker's own device: the cue has arrived, and has been seen. */
  'cues.deliver': z.strictObject({ cue: cueId }),
  'cues.see': z.strictObject({ cue: cueId }),
  'cues.announce': z.strictObject({ to: z.enum(addressees), text: text(280) }),
  'cues.take-down': z.strictObject({ announcement: announcementId }),
  'cues.blank': none,
  'cues.unblank': none,
}

export type CueEvents = {
  'cues.given': { readonly id: CueId; readonly turn: TurnId; readonly cue: CueKind }
  'cues.delivered': { readonly cue: CueId }
  'cues.seen': { readonly cue: CueId }
  'cues.announced': { readonly announcement: Announcement }
  'cues.taken-down': { readonly announcement: AnnouncementId }
  'cues.blanked': { readonly _?: never }
  'cues.unblanked': { readonly _?: never }
}

/** What was asked of the speaker, and how far it came. */
export type Cue = {
  readonly id: CueId
  readonly turn: TurnId
  readonly cue: CueKind
  readonly at: Instant
  readonly deliveredAt: Instant | null
  readonly seenAt: Instant | null
}

export type Announcement = { readonly id: AnnouncementId; readonly to: Addressee; readonly text: string; readonly at: Instant }

export type CuesState = {
  /** The last cue given to a turn; it goes with the turn. */
  readonly last: Cue | null
  /** Those that stand, the latest last. */
  readonly announcements: readonly Announcement[]
  readonly blank: boolean
}
