/** The types of a catalogue and of the values that a message takes. Both are derived from the English catalogue. */
import type { Wording } from '@rostrum/shared/kernel/wording'
import type { messages } from './languages/en.ts'

type English = typeof messages

export type MessageKey = keyof English
export type Catalogue = { readonly [K in MessageKey]: string }
export type LanguageInfo = {
  readonly name: string
  readonly short: string
  readonly direction: 'ltr' | 'rtl'
  /** What stands between two sentences. A Chinese full stop has its space in it. */
  readonly sentenceGap: '' | ' '
}

type PluralBranch = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | `=${number}`

/** The name at the start of what follows an opening brace. */
type NameAt<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never

/** The placeholders of a message: the names that follow a brace, unless the brace opens a plural branch. */
type PlaceholderNames<Message extends string> = Message extends `${infer Before}{${infer After}`
  ? (Before extends `${string}${PluralBranch} ` ? never : After extends `{${string}` ? never : NameAt<After>) | PlaceholderNames<After>
  : never

/** A number, or a text that a person wrote or that is already formatted. */
export type MessageValue = Wording | number
type MessageValues<K extends MessageKey> = { readonly [Name in PlaceholderNames<English[K]>]: MessageValue }

/** Empty if a message has no placeholders. */
export type MessageArguments<K extends MessageKey> = [PlaceholderNames<English[K]>] extends [never] ? [] : [values: MessageValues<K>]

export type Language = LanguageInfo & { readonly id: string }

/** Each has those before it: the first page of a phone and the entry pages; what a phone loads when it is needed; every message. */
export const scopes = ['public', 'asked', 'all'] as const
export type CatalogueScope = (typeof scopes)[number]
