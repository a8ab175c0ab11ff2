/** Captions on the wire: a separate feed for readers of a language. */
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import type { ClaimMark } from '../contract/walk-ins.ts'
import type { Instant } from '../kernel/time.ts'

/** The turn that was running, as everybody sees it. `who` is null for an answer. */
export type CaptionedTurn = { readonly id: string; readonly who: string | null; readonly language: string | null } & ClaimMark

export type CaptionLine = {
  /** The same in a correction. Sorting by it gives the order in which the lines were spoken. */
  readonly id: string
  readonly text: string
  /** The time at which the line was first shown. */
  readonly at: Instant
  /** Null if nobody had the floor. */
  readonly turn: CaptionedTurn | null
}

/** Lines of one language: new ones, and corrections of older ones by their id. */
export type CaptionUpdate = { readonly language: SpokenLanguage; readonly lines: readonly CaptionLine[] }

export type CaptionRefusal =
  | ('malformed' | 'forbidden' | 'session-not-open' | 'session-closed' | 'conflict' | 'too-fast' | 'unavailable')
  | ('text-empty' | 'text-too-long' | 'text-refused')
/** The line is stored. `seq`: the highest number so far. */
export type CaptionReply = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly reason: CaptionRefusal }
