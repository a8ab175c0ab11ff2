/** The keys of the messages, by the files that contain them, and the values that a message takes. */

import type { Wording } from '@rostrum/shared/kernel/wording'
import type { AskedMessages, PhoneMessages, StaffMessages } from '@rostrum/shared/locales/messages'

type Names = PhoneMessages & AskedMessages & StaffMessages

/** Messages of the first page of a phone and of the entry pages. */
export type PhoneKey = keyof PhoneMessages
/** Also the messages of the parts that a phone loads on demand. */
export type AskedKey = PhoneKey | keyof AskedMessages
export type MessageKey = AskedKey | keyof StaffMessages

export type Catalogue = { readonly [K in MessageKey]: string }
export type LanguageInfo = {
  readonly name: string
  readonly short: string
  readonly direction: 'ltr' | 'rtl'
  /** The characters between two sentences. A Chinese full stop includes its space. */
  readonly sentenceGap: '' | ' '
}

/** A number, or a text that a person wrote or that is already formatted. */
export type MessageValue = Wording | number
type MessageValues<K extends MessageKey> = { readonly [Name in Names[K]]: MessageValue }

/**
 * Empty if a message takes no values. The compiler tries all known messages together for one that is missing. It then names the message,
 * because any values will do.
 */
export type MessageArguments<K extends MessageKey, Known = MessageKey> = [Known] extends [K]
  ? [values?: Readonly<Record<string, MessageValue>>]
  : [Names[K]] extends [never]
    ? []
    : [values: MessageValues<K>]

/** A message without values. */
export type PlainKey = { [K in MessageKey]: MessageArguments<K> extends [] ? K : never }[MessageKey]

export type Language = LanguageInfo & { readonly id: string }

/** Each scope includes those before it: the first page of a phone and the entry pages; what a phone loads on demand; every message. */
export const scopes = ['phone', 'asked', 'staff'] as const
export type CatalogueScope = (typeof scopes)[number]
