/** How the secretariat sees a member of the roster: by organization and number, and by name if it is known. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import { formatSpeakerLabel } from '../../text/labels.ts'
import type { Translate } from '../../text/messages.ts'
import type { RosterRow } from './roster-types.ts'

/** Distinguishes members of the same organization. */
export const formatPersonName = (t: Translate, { entity, number, name }: Pick<RosterRow, 'entity' | 'number' | 'name'>): string =>
  name !== null ? name : number > 0 ? t('people.called', { entity, label: formatSpeakerLabel(t, { entity, number }) }) : entity

/** The name of a language, in the reader's own language. */
export const formatLanguageName = (reader: string, tag: string): string => {
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch (error) {
    // A value from an imported list can have the form of a language tag without being one.
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** The six languages of the United Nations, and the current value. */
export const listLanguageChoices = (reader: string, current: string): readonly { readonly value: string; readonly label: string }[] =>
  [...new Set<string>([...languageIds, ...(current === '' ? [] : [current])])].map((tag) => ({
    value: tag,
    label: formatLanguageName(reader, tag),
  }))
