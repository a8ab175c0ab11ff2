/** Joins names as the language does. */
import { isolate } from './isolation.ts'
import { getLocale } from './locale.ts'
import type { Language } from './text.ts'

export const joinNames = ({ id, direction }: Language, names: readonly string[]): string =>
  new Intl.ListFormat(getLocale(id), { type: 'conjunction' }).format(names.map((name) => isolate(name, direction)))
