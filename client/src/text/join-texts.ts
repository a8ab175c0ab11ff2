import type { PhoneTranslate } from './messages.ts'

/** Joins parts of one label, such as a name and a channel. Parts that are null are left out. */
export const joinParts = (t: PhoneTranslate, parts: readonly (string | null)[]): string => {
  const [first = '', ...more] = parts.filter((part): part is string => part !== null && part !== '')
  return more.reduce((before, second) => t('pair.comma', { first: before, second }), first)
}
