/** Turns the messages of one language into text. Messages are ICU strings, or already parsed by the build. */
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { pickWording } from '@rostrum/shared/kernel/wording'
import { IntlMessageFormat } from 'intl-messageformat'
import type { AskedKey, LanguageInfo, MessageArguments, MessageKey, MessageValue, PhoneKey } from './catalogue.ts'
import { isolate } from './isolation.ts'

/** The built form of each message: plain text, or the parsed form. */
export type CompiledCatalogue = { readonly [K in MessageKey]: string | ParsedMessage }
type ParsedMessage = ReturnType<IntlMessageFormat['getAst']>

type UntypedValues = Readonly<Record<string, MessageValue>>
export type RenderBold<T> = (parts: readonly (string | T)[], index: number) => T

/** Returns the message in the language `language`. The session's own texts among the values are in that language too, if they have it. */
export type Translate<Known extends MessageKey = MessageKey> = {
  <K extends Known>(key: K, ...args: MessageArguments<K, Known>): string
  readonly language: string
  /** For the compiler only: without it, a `Translate` with fewer messages would pass for one with more. */
  readonly known?: (key: Known) => void
  /** Explains why a command was refused. A phone has the sentences for its own commands. */
  readonly refusal: (reason: Rejection) => string
}

export type PhoneTranslate = Translate<PhoneKey>
export type AskedTranslate = Translate<AskedKey>

export const makeTranslate = (messages: Messages, language: string): Translate => {
  const format = <K extends MessageKey>(key: K, ...args: MessageArguments<K>) => messages.format(key, args[0])
  const refusal = (reason: Rejection) => messages.format(messages.has(`refusal.${reason}`) ? `refusal.${reason}` : 'refused.unavailable')
  return Object.assign(format, { language, refusal })
}

const needsParsing = /[{<']/

export class Messages {
  readonly #catalogue: Partial<CompiledCatalogue>
  readonly #language: string
  readonly #locale: string
  readonly #direction: LanguageInfo['direction']
  readonly #formats = new Map<MessageKey, IntlMessageFormat>()

  constructor(language: string, catalogue: Partial<CompiledCatalogue>, direction: LanguageInfo['direction']) {
    this.#direction = direction
    this.#catalogue = catalogue
    this.#language = language
    this.#locale = `${language}-u-nu-latn`
  }

  has(key: MessageKey): boolean {
    return this.#catalogue[key] !== undefined
  }

  format(key: MessageKey, values?: UntypedValues): string {
    const plain = this.#findPlainText(key)
    if (plain !== null) return plain
    const formatted = this.#getFormat(key).format<string>({ ...this.#isolateValues(values), b: (parts) => parts.join('') })
    return Array.isArray(formatted) ? formatted.join('') : String(formatted)
  }

  /** Formats like `format`, but in parts: the caller's function renders the text between <b> and </b>. */
  formatToParts<T>(key: MessageKey, bold: RenderBold<T>, values?: UntypedValues): readonly (string | T)[] {
    const plain = this.#findPlainText(key)
    if (plain !== null) return [plain]
    let count = 0
    const formatted = this.#getFormat(key).format<T>({ ...this.#isolateValues(values), b: (parts) => bold(parts, count++) })
    return Array.isArray(formatted) ? formatted : [formatted as string | T]
  }

  #isolateValues(values: UntypedValues = {}): Record<string, string | number> {
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : isolate(pickWording(value, this.#language), this.#direction),
    ])
    return Object.fromEntries(isolated)
  }

  #findPlainText(key: MessageKey): string | null {
    const message = this.#catalogue[key]
    if (message === undefined) throw new Error(`The message ${key} is not loaded on this page.`)
    return typeof message === 'string' && !needsParsing.test(message) ? message : null
  }

  #getFormat(key: MessageKey): IntlMessageFormat {
    const cached = this.#formats.get(key)
    if (cached) return cached
    const created = new IntlMessageFormat(this.#catalogue[key] ?? '', this.#locale)
    this.#formats.set(key, created)
    return created
  }
}
