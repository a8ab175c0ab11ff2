/** What a person of the roster is called at the desk: by their organization and number, and by their name where it is known. */
import { speakerLabel } from '../../text/labels.ts'
import type { Speak } from '../../text/messages.ts'
import type { RosterRow } from './roster-types.ts'

/** Told apart from others of the same organization. */
export const calledOf = (t: Speak, { entity, number, name }: Pick<RosterRow, 'entity' | 'number' | 'name'>): string =>
  name !== null ? name : number > 0 ? t('people.called', { entity, label: speakerLabel(t, { entity, number }) }) : entity

const tags = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** A language by its name in the reader's own. */
export const languageName = (reader: string, tag: string): string => {
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch (error) {
    // What a list wrote may have the shape of a tag and be none.
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** The six of the United Nations, and the one that is already there. */
export const languageChoices = (reader: string, held: string): readonly { readonly value: string; readonly label: string }[] =>
  [...new Set<string>([...tags, ...(held === '' ? [] : [held])])].map((tag) => ({ value: tag, label: languageName(reader, tag) }))
