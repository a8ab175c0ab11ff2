/** Turns the messages of one language into text. Messages come as ICU strings, or already parsed by the build. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { About, Given, Key, Value } from './catalogue.ts'
import { isolate } from './isolation.ts'

/** What the build makes of a message: text as it is, or the parsed form. */
export type Compiled = { readonly [K in Key]: string | Parsed }
type Parsed = ReturnType<IntlMessageFormat['getAst']>

type Plain = Readonly<Record<string, Value>>
export type Bold<T> = (parts: readonly (string | T)[], index: number) => T

export type Speak = <K extends Key>(key: K, ...given: Given<K>) => string

const needsParsing = /[{<']/

export class Messages {
  readonly #catalog: Partial<Compiled>
  readonly #locale: string
  readonly #direction: About['direction']
  readonly #formats = new Map<Key, IntlMessageFormat>()

  constructor(language: string, catalog: Partial<Compiled>, direction: About['direction']) {
    this.#direction = direction
    this.#catalog = catalog
    this.#locale = `${language}-u-nu-latn`
  }

  text(key: Key, values?: Plain): string {
    const plain = this.#plain(key)
    if (plain !== null) return plain
    const spoken = this.#format(key).format<string>({ ...this.#prepared(values), b: (parts) => parts.join('') })
    return Array.isArray(spoken) ? spoken.join('') : String(spoken)
  }

  /** The same, with what is between <b> and </b> made into something by the caller. */
  parts<T>(key: Key, bold: Bold<T>, values?: Plain): readonly (string | T)[] {
    const plain = this.#plain(key)
    if (plain !== null) return [plain]
    let count = 0
    const spoken = this.#format(key).format<T>({ ...this.#prepared(values), b: (parts) => bold(parts, count++) })
    return Array.isArray(spoken) ? spoken : [spoken as string | T]
  }

  #prepared(values: Plain = {}): Record<string, Value> {
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value, this.#direction) : value,
    ])
    return Object.fromEntries(isolated)
  }

  #plain(key: Key): string | null {
    const message = this.#catalog[key]
    if (message === undefined) throw new Error(`The message ${key} is not loaded on this page.`)
    return typeof message === 'string' && !needsParsing.test(message) ? message : null
  }

  #format(key: Key): IntlMessageFormat {
    const known = this.#formats.get(key)
    if (known) return known
    const made = new IntlMessageFormat(this.#catalog[key] ?? '', this.#locale)
    this.#formats.set(key, made)
    return made
  }
}
