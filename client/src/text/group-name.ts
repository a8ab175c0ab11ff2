/** A group in the reader's language where the catalog knows it, else as the session's plan wrote it. */
import type { Group } from '@rostrum/shared/contract/plan'
import type { Key } from './catalogue.ts'
import type { Speak } from './messages.ts'

const known = {
  government: 'group.government',
  'private-sector': 'group.private-sector',
  'civil-society': 'group.civil-society',
  'technical-academic': 'group.technical-academic',
  international: 'group.international',
} as const satisfies Readonly<Record<string, Key>>

export const groupName = (t: Speak, group: Pick<Group, 'id' | 'short'> | null): string => {
  if (group === null) return t('group.none')
  const worded = Object.hasOwn(known, group.id) ? known[group.id as string as keyof typeof known] : null
  return worded === null ? group.short : t(worded)
}
