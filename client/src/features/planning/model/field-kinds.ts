/** The kinds of fields of a plan: how the page shows one, how its value is written as text, and how a typed text is read. */
import type { Range } from '@rostrum/shared/contract/bounds-of-plan'
import type { ModerationMode } from '@rostrum/shared/contract/enums'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import type { LanguageId, Wording } from '@rostrum/shared/kernel/wording'
import type { PlainKey } from '../../../text/catalogue.ts'
import { type FieldResult, readLength, readLink, readNumber, readPaperAddress, readTags, readText, readWarnings } from './read-field.ts'
import { getMainText } from './translations.ts'

export type OptionWords = readonly [label: PlainKey, note?: PlainKey]
type ReadText = (typed: string) => FieldResult<string | undefined>
/** Adds the translations of a text, each read like the text itself. */
export type AddTranslations = (main: string | undefined, read: ReadText) => Wording | undefined

/** `chapter`: a list of choices whose name is the heading of its block. */
export type FieldKind<Value> = {
  readonly look: 'text' | 'area' | 'number' | 'decimal' | 'link' | 'check' | 'select' | 'list' | 'chapter' | 'languages'
  readonly isOptional?: boolean
  readonly options?: Readonly<Record<string, OptionWords>>
  readonly write: (value: Value, first: LanguageId | undefined) => string
  readonly read: (typed: string, translate: AddTranslations) => FieldResult<Value>
  /** Absent if the field has one text for all languages. */
  readonly getWording?: (value: Value) => Wording | undefined
}

/** Its place on the page, and its words there. `when`: shown only then. */
type Field<Value> = FieldKind<Value> & {
  readonly block: string
  readonly label: PlainKey
  readonly hint?: PlainKey
  readonly when?: (typed: Readonly<Record<string, string>>) => boolean
}
/** A field without its reader, for code that handles fields of every value. */
export type AnyField = Omit<Field<never>, 'read'>
export type FieldsOf<T> = { readonly [K in keyof T]: Field<T[K]> }
export type TypedOf<Fields> = { readonly [K in keyof Fields]: string }

export const text = (most: number, look: 'text' | 'area' = 'text'): FieldKind<string | undefined> => ({
  look,
  isOptional: true,
  write: (value = '') => value,
  read: (typed) => readText(typed, most),
})

export const wording = (most: number, look: 'text' | 'area' = 'text'): FieldKind<Wording | undefined> => ({
  ...text(most),
  look,
  write: getMainText,
  read: (typed, translate) => {
    const main = readText(typed, most)
    return 'error' in main ? main : { value: translate(main.value, (other) => readText(other, most)) }
  },
  getWording: (value) => value,
})

export const required = <Value>(kind: FieldKind<Value | undefined>): FieldKind<Value> => ({
  ...kind,
  isOptional: false,
  read: (typed, translate) => {
    const result = kind.read(typed, translate)
    if ('error' in result) return result
    const { value } = result
    return value === undefined || cleanText(typed) === '' ? { error: { kind: 'empty' } } : { value }
  },
})

export const optional = <Value>({ write, read, look }: FieldKind<Value>): FieldKind<Value | undefined> => ({
  look,
  isOptional: true,
  write: (value, first) => (value === undefined ? '' : write(value, first)),
  read: (typed, translate) => (typed.trim() === '' ? { value: undefined } : read(typed, translate)),
})

/** Seconds as people write them: 3:00. */
export const length = (range: Range): FieldKind<number> => ({
  look: 'number',
  write: (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  read: (typed) => readLength(typed, range),
})

export const number = (range: Range, look: 'number' | 'decimal' = 'number'): FieldKind<number> => ({
  look,
  write: String,
  read: (typed) => readNumber(typed, range, look === 'number'),
})

/** A list in a text field. */
const joinTyped = (parts: readonly (string | number)[]): string => parts.join(', ')
export const splitTyped = (typed: string): readonly string[] => typed.split(', ').filter((part) => part !== '')
export const toggleTyped = (typed: string, part: string): string => {
  const parts = splitTyped(typed)
  return joinTyped(parts.includes(part) ? parts.filter((one) => one !== part) : [...parts, part])
}

export const warnings: FieldKind<readonly number[]> = { look: 'number', write: joinTyped, read: readWarnings }
export const tags: FieldKind<readonly string[]> = { look: 'text', isOptional: true, write: joinTyped, read: readTags }
export const link: FieldKind<string | undefined> = { look: 'link', isOptional: true, write: (value = '') => value, read: readLink }
export const paperAddress: FieldKind<string | undefined> = { ...link, read: readPaperAddress }

export const check: FieldKind<boolean> = { look: 'check', write: (value) => (value ? '1' : ''), read: (typed) => ({ value: typed !== '' }) }
export const moderation: FieldKind<ModerationMode> = {
  look: 'check',
  write: (value) => check.write(value === 'before', undefined),
  read: (typed) => ({ value: typed === '' ? 'none' : 'before' }),
}

const isOption = <Value extends string>(typed: string, options: Readonly<Record<Value, unknown>>): typed is Value =>
  Object.hasOwn(options, typed)
export const choice = <Value extends string>(
  look: 'select' | 'list' | 'chapter',
  options: Readonly<Record<Value, OptionWords>>,
): FieldKind<Value> => ({
  look,
  options,
  write: (value) => value,
  read: (typed) => (isOption(typed, options) ? { value: typed } : { error: { kind: 'empty' } }),
})

/** The page offers languages only, so that each tag is one. */
export const languages: FieldKind<readonly SpokenLanguage[]> = {
  look: 'languages',
  write: joinTyped,
  read: (typed) => ({ value: splitTyped(typed) as readonly SpokenLanguage[] }),
}
