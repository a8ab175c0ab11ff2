/** A group's name in the page's language if the plan has not renamed it, else as the plan gives it. */
import type { Group } from '@rostrum/shared/contract/plan'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { PhoneKey } from './catalogue.ts'
import type { PhoneTranslate } from './messages.ts'

/** The short names of the templates. A group with a different one has been renamed. */
const knownGroups = {
  government: { short: 'Government', key: 'group.government' },
  'private-sector': { short: 'Private sector', key: 'group.private-sector' },
  'civil-society': { short: 'Civil society', key: 'group.civil-society' },
  'technical-academic': { short: 'Technical, acad.', key: 'group.technical-academic' },
  international: { short: 'International org.', key: 'group.international' },
} as const satisfies Readonly<Record<string, { readonly short: string; readonly key: PhoneKey }>>

export const getGroupName = (t: PhoneTranslate, group: Pick<Group, 'id' | 'short'> | null): string => {
  if (group === null) return t('group.none')
  const known = Object.hasOwn(knownGroups, group.id) ? knownGroups[group.id as string as keyof typeof knownGroups] : null
  return known?.short === group.short ? t(known.key) : pickWording(group.short, t.language)
}
