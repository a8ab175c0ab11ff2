/** The booth on the wire: a feed of its own, for interpreters alone. Nothing of it is in a view, in the log or on a disk. */
import type { EntryId, TurnId } from '../contract/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** What the speaker says of the text: every word will be read, or interpreters must listen for changes. */
export const textMarks = ['verbatim', 'check'] as const
export type TextMark = (typeof textMarks)[number]

/** Characters of a text, of the pronunciation of a name, and of a line to the partner. */
export const boothLengths = { text: 12_000, pronounced: 120, line: 280 } as const

/** What a speaker handed in. An empty text: only how the name is pronounced. */
export type HandedIn = { readonly text: string; readonly mark: TextMark; readonly pronounced: string | null }

/** Of somebody who waits: whether there is a text. */
export type Announced = { readonly mark: TextMark | null; readonly pronounced: string | null }

/** `device`: a random word of the device that wrote it, by which it knows its own. */
export type PartnerLine = { readonly id: string; readonly device: string; readonly text: string; readonly at: Instant }

export type OnAir = { readonly device: string; readonly since: Instant; readonly handsOver: boolean }

export type BoothView = {
  /** Of who is called or speaks. Null where nothing was handed in. */
  readonly current: (HandedIn & { readonly turn: TurnId }) | null
  /** Of those among the next five who handed in something. */
  readonly next: Readonly<Record<EntryId, Announced>>
  /** Between those who share this booth, the latest last. */
  readonly lines: readonly PartnerLine[]
  /** Who of this booth interprets now, since when, and whether they ask the partner to take over. */
  readonly onAir: OnAir | null
  /** Connected screens of this booth. */
  readonly screens: number
}

/** What has changed, whole fields. */
export type BoothUpdate = Partial<BoothView>
