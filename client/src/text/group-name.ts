/** A group's name as the plan gives it in the page's language. A group of the templates is translated if the plan has no translation. */
import type { Group } from '@rostrum/shared/contract/plan'
import { pickText, pickWording } from '@rostrum/shared/kernel/wording'
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

type KnownGroup = (typeof knownGroups)[keyof typeof knownGroups]

/** The message that translates a group of the templates, if the plan has no translation. */
const findTranslation = (t: PhoneTranslate, { id, short }: Pick<Group, 'id' | 'short'>): KnownGroup['key'] | null => {
  const known = Object.hasOwn(knownGroups, id) ? knownGroups[id as string as keyof typeof knownGroups] : null
  const { text, language } = pickText(short, t.language)
  return known !== null && language !== t.language && known.short === text ? known.key : null
}

export const getGroupName = (t: PhoneTranslate, group: Pick<Group, 'id' | 'short'> | null): string => {
  if (group === null) return t('group.none')
  const key = findTranslation(t, group)
  return key === null ? pickWording(group.short, t.language) : t(key)
}

/** Written out, for a page on which people choose their group. The templates have the whole name in English. */
export const getWrittenGroup = (t: PhoneTranslate, group: Pick<Group, 'id' | 'label' | 'short'>): string => {
  const key = findTranslation(t, group)
  return key === null || t.language === 'en' ? pickWording(group.label, t.language) : t(key)
}
