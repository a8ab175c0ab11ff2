/** Labels of speakers and questions, the same on every screen. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { PhoneTranslate } from './messages.ts'

/** "Speaker 07". Without a number, the name of the organization. */
export const formatSpeakerLabel = (t: PhoneTranslate, { number, entity }: { readonly number: number; readonly entity: string }): string =>
  number > 0 ? t('speaker.number', { n: String(number).padStart(2, '0') }) : entity

/** "Q09" */
export const formatQuestionLabel = (t: PhoneTranslate, number: number): string =>
  t('questions.number', { n: String(number).padStart(2, '0') })

/** The organization that has the floor, or the panel. */
export const getSpeakerName = (t: PhoneTranslate, { speaker }: Pick<TurnView, 'speaker'>): string => speaker?.entity ?? t('give.panel')

/** Names the author of a question, and counts the others who asked the same. */
export const formatAuthors = (t: PhoneTranslate, who: string, others: number): string =>
  others === 0 ? t('floor.askedBy', { who }) : t('floor.askedByOthers', { who, n: others })
