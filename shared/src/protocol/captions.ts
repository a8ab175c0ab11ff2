/** Captions on the wire: a feed of their own, for those who read a language. */
import type { Channel } from '../contract/roles.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import type { Instant, Millis } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'

/** Who was speaking, as everybody sees it. `who` is null for an answer. */
export type CaptionedTurn = { readonly id: string; readonly who: string | null; readonly language: string | null }

export type CaptionLine = {
  /** The same in a correction. Lines are in the order in which they were spoken when they are sorted by it. */
  readonly id: string
  readonly text: string
  /** When it was shown first. */
  readonly at: Instant
  /** Null: nobody had the floor. */
  readonly turn: CaptionedTurn | null
}

/** A line that was handed in as a file. No sender has it, so nobody corrects it. */
export const isFromFile = (id: string): boolean => /^0+-/.test(id)

/** Lines of one language: new ones, and corrections of older ones by their id. */
export type CaptionUpdate = { readonly language: SpokenLanguage; readonly lines: readonly CaptionLine[] }

export type CaptionRefusal =
  | ('malformed' | 'forbidden' | 'session-not-open' | 'session-closed' | 'conflict' | 'too-fast' | 'unavailable')
  | ('text-empty' | 'text-too-long' | 'text-refused')
/** `seq`: the highest number so far. The line is stored. */
export type CaptionReply = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly reason: CaptionRefusal }

/** What the page of a captioner is answered. The clock is drawn as from a view: used = `used` + (now − `runningSince`, if not null). */
export type TrackPage = {
  readonly title: Wording
  readonly language: SpokenLanguage
  /** Lines are taken. */
  readonly isOpen: boolean
  readonly now: Instant
  /** Screens that read, on this node. */
  readonly readers: number
  /** The latest, as they were spoken. */
  readonly lines: readonly { readonly id: string; readonly seq: number; readonly at: Instant; readonly text: string }[]
  readonly floor: {
    /** Null for an answer. */
    readonly who: string | null
    readonly language: string | null
    readonly limit: Millis
    readonly used: Millis
    readonly runningSince: Instant | null
    readonly started: boolean
  } | null
  readonly next: readonly { readonly id: string; readonly who: string; readonly channel: Channel; readonly language: string | null }[]
}
