/** What is typed into one field of a plan, read: its value, or what is wrong with it. The bounds are those that the server holds. */
import { cleanText, graphemes, isVisible } from '@rostrum/shared/kernel/text'
import { plainTyped } from './zoned-time.ts'

export type Fault =
  | {
      readonly kind: 'empty' | 'characters' | 'day' | 'time' | 'left-out' | 'zone' | 'link' | 'warnings' | 'tags' | 'none-left' | 'too-many'
    }
  | { readonly kind: 'too-long'; readonly most: number }
  /** Seconds. */
  | { readonly kind: 'length' | 'number'; readonly from: number; readonly to: number }
  /** The server's own words. */
  | { readonly kind: 'said'; readonly words: string }

export type Read<T> = { readonly value: T } | { readonly fault: Fault }

/** Undefined where nothing is written and nothing has to be. */
export const readText = (typed: string, most: number): Read<string | undefined> => {
  const clean = cleanText(typed)
  if (clean === null) return { fault: { kind: 'characters' } }
  if (clean === '') return { value: undefined }
  if (!isVisible(clean)) return { fault: { kind: 'characters' } }
  return graphemes(clean, most) > most ? { fault: { kind: 'too-long', most } } : { value: clean }
}

export const readNumber = (typed: string, from: number, to: number, whole = true): Read<number> => {
  const plain = plainTyped(typed).replace(/[,٫]/, '.')
  const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  const fits = value >= from && value <= to && (!whole || Number.isInteger(value))
  return fits ? { value } : { fault: { kind: 'number', from, to } }
}

/** 3:00; a number alone is minutes. Seconds. */
export const readLength = (typed: string, from: number, to: number): Read<number> => {
  const match = /^(\d{1,3})(?:[:.](\d{2}))?$/.exec(plainTyped(typed))
  const [minutes, seconds] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)]
  const value = minutes * 60 + seconds
  return seconds < 60 && value >= from && value <= to ? { value } : { fault: { kind: 'length', from, to } }
}

/** At most three, each in seconds before the end. */
export const readWarnings = (typed: string): Read<number[]> => {
  const parts = plainTyped(typed)
    .split(/[\s,;،؛]+/)
    .filter((part) => part !== '')
  const fits = parts.length <= 3 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 600)
  return fits ? { value: parts.map(Number).sort((a, b) => b - a) } : { fault: { kind: 'warnings' } }
}

/** At most six, each a word or two, none twice. */
export const readTags = (typed: string): Read<string[]> => {
  const parts = typed
    .split(/[,;،؛]+/)
    .map((part) => cleanText(part) ?? '\u0000')
    .filter((part) => part !== '')
  const fits =
    parts.length <= 6 && new Set(parts).size === parts.length && parts.every((part) => isVisible(part) && graphemes(part, 24) <= 24)
  return fits ? { value: parts } : { fault: { kind: 'tags' } }
}

export const readLink = (typed: string): Read<string | undefined> => {
  const plain = typed.trim()
  if (plain === '') return { value: undefined }
  const fits = plain.length <= 2000 && URL.canParse(plain) && /^https?:$/.test(new URL(plain).protocol)
  return fits ? { value: plain } : { fault: { kind: 'link' } }
}
