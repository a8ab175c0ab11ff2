/**
 * Cues to the speaker, from a closed list so that they arrive translated. Also announcements, and the room screen, which can be blanked.
 */

import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { defineCommand, final } from './command.ts'
import { type Addressee, addressees, boothCueKinds, type CueKind, cueKinds } from './enums.ts'
import { announcementIdSchema, cueIdSchema, multilineText, noFields, turnIdSchema, wordingOf } from './field-schemas.ts'
import type { AnnouncementId, CueId, TurnId } from './ids.ts'
import { maxAnnouncementLength } from './lengths.ts'
import type { SpokenLanguage } from './spoken-language.ts'

export const cueCommands = {
  'cues.give': defineCommand('Gives the speaker a cue of the Chair.', z.strictObject({ turn: turnIdSchema, cue: z.enum(cueKinds) }), final),
  'cues.ask': defineCommand(
    'Gives the speaker a cue of a booth. It appears next to the cue of the Chair and replaces none.',
    z.strictObject({ turn: turnIdSchema, cue: z.enum(boothCueKinds) }),
    final,
  ),
  'cues.deliver': defineCommand(
    'Confirms that a cue has arrived. The speaker’s own device sends it.',
    z.strictObject({ cue: cueIdSchema }),
    final,
  ),
  'cues.see': defineCommand(
    'Confirms that the speaker has seen a cue. The speaker’s own device sends it.',
    z.strictObject({ cue: cueIdSchema }),
    final,
  ),
  'cues.announce': defineCommand(
    'Shows an announcement to everybody, or to some.',
    z.strictObject({ to: z.enum(addressees), text: wordingOf(multilineText(maxAnnouncementLength)) }),
    final,
  ),
  'cues.take-down': defineCommand('Takes an announcement off the screens.', z.strictObject({ announcement: announcementIdSchema }), final),
  'cues.blank': defineCommand('Blanks the room screen.', noFields, final),
  'cues.unblank': defineCommand('Shows the room screen again.', noFields, final),
}

/** Reasons why a command of this feature is refused. */
export const cueRejections = ['no-such-cue', 'no-such-announcement'] as const

export type CueEvents = {
  /** `limit`: as in `Cue`. Older logs do not have it. */
  'cues.given': { readonly id: CueId; readonly turn: TurnId; readonly cue: CueKind; readonly limit?: Millis }
  'cues.asked': { readonly id: CueId; readonly turn: TurnId; readonly cue: CueKind; readonly booth: SpokenLanguage }
  'cues.delivered': { readonly cue: CueId }
  'cues.seen': { readonly cue: CueId }
  'cues.announced': { readonly announcement: Announcement }
  'cues.taken-down': { readonly announcement: AnnouncementId }
  'cues.blanked': { readonly _?: never }
  'cues.unblanked': { readonly _?: never }
}

/** A request to the speaker, with the times at which it arrived and was seen. */
export type Cue = {
  readonly id: CueId
  readonly turn: TurnId
  readonly cue: CueKind
  /** The time of the turn when the Chair gave the cue. More time takes back a cue about the time. */
  readonly limit?: Millis
  readonly at: Instant
  readonly deliveredAt: Instant | null
  readonly seenAt: Instant | null
}

/** A cue that a booth asked for. */
export type BoothCue = Cue & { readonly booth: SpokenLanguage }

export type Announcement = { readonly id: AnnouncementId; readonly to: Addressee; readonly text: Wording; readonly at: Instant }

export type CuesState = {
  /** The last cue given. It is no longer shown when its turn is over. */
  readonly last: Cue | null
  /**
   * The cues that booths asked for, the latest last: one for each booth and kind in a turn. They are no longer shown when the turn is over.
   */
  readonly asked: readonly BoothCue[]
  /** The announcements that are shown, the latest last. */
  readonly announcements: readonly Announcement[]
  readonly blank: boolean
}
