/** Captions: their languages, and the settings for all of them. The words themselves are stored next to the log. */
import { z } from 'zod'
import type { Millis } from '../kernel/time.ts'
import { seconds } from '../kernel/time.ts'
import { defineCommand, final } from './command.ts'
import { duration } from './field-schemas.ts'
import { maxCaptionDelay } from './lengths.ts'
import { captionLanguageSchema, type SpokenLanguage } from './spoken-language.ts'

const ofTrack = z.strictObject({ language: captionLanguageSchema })

export const captionCommands = {
  'captions.add': defineCommand('Adds a caption track in a language.', ofTrack, final),
  'captions.remove': defineCommand(
    'Ends a caption track: its address takes nothing more, and readers no longer see it. Its words are kept for the record.',
    ofTrack,
    final,
  ),
  'captions.renew': defineCommand('Gives a caption track a new address. The old address takes nothing more.', ofTrack, final),
  'captions.set-delay': defineCommand(
    'Sets how long captions usually come after what was spoken. It counts for lines that come from then on.',
    z.strictObject({ delay: duration(0, maxCaptionDelay) }),
    final,
  ),
  'captions.set-kept': defineCommand(
    'Sets whether the words are kept after the close. Otherwise they are deleted at the close.',
    z.strictObject({ kept: z.boolean() }),
    final,
  ),
  'captions.display': defineCommand(
    'Sets the captions that the room screens show: those in a language, or none.',
    z.strictObject({ language: captionLanguageSchema.nullable() }),
    final,
  ),
}

/** Reasons why a command of this feature is refused. */
export const captionRejections = ['no-such-track', 'too-many-tracks'] as const

/** The most languages: more than any meeting is captioned in. */
export const maxTracks = 12
export const usualDelay: Millis = seconds(4)

/** The captions in a plan. Their addresses are not part of it. */
export type CaptionRules = { readonly kept: boolean; readonly delay: Millis; readonly languages: readonly SpokenLanguage[] }

export type CaptionEvents = {
  /** A plan was set. Languages that are already there keep their addresses. */
  'captions.configured': CaptionRules
  'captions.added': { readonly language: SpokenLanguage }
  'captions.removed': { readonly language: SpokenLanguage }
  'captions.renewed': { readonly language: SpokenLanguage }
  'captions.delay-set': { readonly delay: Millis }
  'captions.kept-set': { readonly kept: boolean }
  'captions.displayed': { readonly language: SpokenLanguage | null }
}

/** `renewals`: how often an address of this language ended, including before the track was added again. */
export type CaptionTrack = { readonly language: SpokenLanguage; readonly renewals: number }

export type CaptionsState = {
  /** The tracks, in the order in which they were added. */
  readonly tracks: readonly CaptionTrack[]
  /** The renewals of removed languages, so that none of their addresses becomes valid again. */
  readonly ended: Readonly<Record<string, number>>
  readonly delay: Millis
  readonly kept: boolean
  /** The language of the captions on the room screens. Null for none. */
  readonly displayed: SpokenLanguage | null
}
