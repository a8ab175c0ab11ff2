/** Joins names as the language does. */

import { getLocale } from '@rostrum/shared/kernel/written-date'
import { isolate } from './isolation.ts'
import type { Language } from './text.ts'

export const joinNames = ({ id, direction }: Language, names: readonly string[]): string =>
  new Intl.ListFormat(getLocale(id), { type: 'conjunction' }).format(names.map((name) => isolate(name, direction)))
