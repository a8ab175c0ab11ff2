/** A group's name in the page's language if the catalogue has it, else as the session's plan gives it. */
import type { Group } from '@rostrum/shared/contract/plan'
import type { MessageKey } from './catalogue.ts'
import type { Translate } from './messages.ts'

const knownGroups = {
  government: 'group.government',
  'private-sector': 'group.private-sector',
  'civil-society': 'group.civil-society',
  'technical-academic': 'group.technical-academic',
  international: 'group.international',
} as const satisfies Readonly<Record<string, MessageKey>>

export const getGroupName = (t: Translate, group: Pick<Group, 'id' | 'short'> | null): string => {
  if (group === null) return t('group.none')
  const key = Object.hasOwn(knownGroups, group.id) ? knownGroups[group.id as string as keyof typeof knownGroups] : null
  return key === null ? group.short : t(key)
}
