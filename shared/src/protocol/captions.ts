/** Captions on the wire: a feed of their own, for those who read a language. */
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import type { Instant } from '../kernel/time.ts'

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
