/** Reads the text of one plan field: its value, or its error. The bounds are the same as on the server. */
import { planBounds, type Range } from '@rostrum/shared/contract/bounds-of-plan'
import { namesNoUser } from '@rostrum/shared/contract/papers'
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { normalizeTyped } from './zoned-time.ts'

export type FieldError =
  | {
      readonly kind:
        | 'empty'
        | 'characters'
        | 'day'
        | 'time'
        | 'left-out'
        | 'zone'
        | 'link'
        | 'paper'
        | 'warnings'
        | 'tags'
        | 'none-left'
        | 'too-many'
    }
  | { readonly kind: 'too-long'; readonly most: number }
  /** In seconds. */
  | { readonly kind: 'length' | 'number'; readonly from: number; readonly to: number }
  /** The server's own text. */
  | { readonly kind: 'said'; readonly words: string }

export type FieldResult<T> = { readonly value: T } | { readonly error: FieldError }

/** Undefined if the text is empty, because the field is optional. */
export const readText = (typed: string, most: number): FieldResult<string | undefined> => {
  const clean = cleanText(typed)
  if (clean === null) return { error: { kind: 'characters' } }
  if (clean === '') return { value: undefined }
  if (!isVisible(clean)) return { error: { kind: 'characters' } }
  return countGraphemes(clean, most) > most ? { error: { kind: 'too-long', most } } : { value: clean }
}

export const readNumber = (typed: string, { from, to }: Range, whole = true): FieldResult<number> => {
  const plain = normalizeTyped(typed).replace(/[,٫]/, '.')
  const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  const fits = value >= from && value <= to && (!whole || Number.isInteger(value))
  return fits ? { value } : { error: { kind: 'number', from, to } }
}

/** "3:00", or a number alone for minutes. The result is in seconds. */
export const readLength = (typed: string, { from, to }: Range): FieldResult<number> => {
  const match = /^(\d{1,3})(?:[:.](\d{2}))?$/.exec(normalizeTyped(typed))
  const [minutes, seconds] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)]
  const value = minutes * 60 + seconds
  return seconds < 60 && value >= from && value <= to ? { value } : { error: { kind: 'length', from, to } }
}

/** Each in seconds before the end. */
export const readWarnings = (typed: string): FieldResult<number[]> => {
  const parts = normalizeTyped(typed)
    .split(/[\s,;،؛]+/)
    .filter((part) => part !== '')
  const fits = parts.length <= planBounds.warnings && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= planBounds.warning.to)
  return fits ? { value: parts.map(Number).sort((a, b) => b - a) } : { error: { kind: 'warnings' } }
}

/** Different tags of one or two words. */
export const readTags = (typed: string): FieldResult<string[]> => {
  const parts = typed
    .split(/[,;،؛，；、]+/)
    .map((part) => cleanText(part) ?? '\u0000')
    .filter((part) => part !== '')
  const fits =
    parts.length <= planBounds.tags &&
    new Set(parts).size === parts.length &&
    parts.every((part) => isVisible(part) && countGraphemes(part, planBounds.tag) <= planBounds.tag)
  return fits ? { value: parts } : { error: { kind: 'tags' } }
}

export const readLink = (typed: string): FieldResult<string | undefined> => {
  const plain = typed.trim()
  if (plain === '') return { value: undefined }
  const fits = plain.length <= planBounds.link && URL.canParse(plain) && /^https?:$/.test(new URL(plain).protocol)
  return fits ? { value: plain } : { error: { kind: 'link' } }
}

/** An https address as browsers write it. */
export const readPaperAddress = (typed: string): FieldResult<string | undefined> => {
  const plain = typed.trim()
  if (plain === '') return { value: undefined }
  const { protocol, href } = URL.canParse(plain) ? new URL(plain) : { protocol: '', href: '' }
  const fits = protocol === 'https:' && href.length <= planBounds.paperAddress && namesNoUser(href)
  return fits ? { value: href } : { error: { kind: 'paper' } }
}
