/** Joins names as the language does. */

import { getLocale } from '@rostrum/shared/kernel/locale'
import type { Language } from './catalogue.ts'
import { isolate } from './isolation.ts'

export const joinNames = ({ id, direction }: Language, names: readonly string[]): string => {
  const isolated = names.map((name) => isolate(name, direction))
  // Names in Chinese contain the word for "and", so its own comma for lists joins them.
  return id === 'zh' ? isolated.join('、') : new Intl.ListFormat(getLocale(id), { type: 'conjunction', style: 'long' }).format(isolated)
}
