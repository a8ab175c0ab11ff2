/** The shape of a catalog and of the values that a message takes, both read from the English one. */
import type { messages } from './languages/en.ts'

type English = typeof messages

export type Key = keyof English
export type Catalog = { readonly [K in Key]: string }
export type About = { readonly name: string; readonly short: string; readonly direction: 'ltr' | 'rtl' }

type Branch = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | `=${number}`

/** The name at the start of what follows an opening brace. */
type NameAt<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never

/** Placeholders of a message: what follows a brace, unless the brace opens a plural branch. */
type Names<Message extends string> = Message extends `${infer Before}{${infer After}`
  ? (Before extends `${string}${Branch} ` ? never : After extends `{${string}` ? never : NameAt<After>) | Names<After>
  : never

/** Text that somebody wrote or that is already formatted, or a number. */
export type Value = string | number
export type Values<K extends Key> = { readonly [Name in Names<English[K]>]: Value }

/** No second argument where a message has no placeholders. */
export type Given<K extends Key> = [Names<English[K]>] extends [never] ? [] : [values: Values<K>]
