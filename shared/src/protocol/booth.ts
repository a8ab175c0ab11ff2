/** The booth on the wire: a separate feed, for interpreters alone. None of it is in a view, in the log or on a disk. */
import type { EntryId, TurnId } from '../contract/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** The speaker's note on the text: every word will be read, or interpreters must listen for changes. */
export const textMarks = ['verbatim', 'check'] as const
export type TextMark = (typeof textMarks)[number]

/** The most characters in a text, in the pronunciation of a name, and in a line to the partner. */
export const boothLengths = { text: 12_000, pronounced: 120, line: 280 } as const

/** A speaker's text. If it is empty, only the pronunciation of the name was given. */
export type HandedIn = { readonly text: string; readonly mark: TextMark; readonly pronounced: string | null }

/** The text of a waiting speaker, so that interpreters can prepare it. `mark`: null without a text. */
export type Announced = Omit<HandedIn, 'mark'> & { readonly mark: TextMark | null }

/** `device`: a random word of the device that wrote the line, which lets it recognize its own lines. */
export type PartnerLine = { readonly id: string; readonly device: string; readonly text: string; readonly at: Instant }

export type OnAir = { readonly device: string; readonly since: Instant; readonly handsOver: boolean }

export type BoothView = {
  /** The text of the person who is called or speaks. Null if nothing was handed in. */
  readonly current: (HandedIn & { readonly turn: TurnId }) | null
  /** The texts of those among the next five who handed in something. */
  readonly next: Readonly<Record<EntryId, Announced>>
  /** The lines between those who share this booth, the latest last. */
  readonly lines: readonly PartnerLine[]
  /** The interpreter on air: their device, since when, and whether they ask the partner to take over. */
  readonly onAir: OnAir | null
  /** The number of connected screens of this booth. */
  readonly screens: number
}

/** The fields that have changed, each as a whole. */
export type BoothUpdate = Partial<BoothView>
