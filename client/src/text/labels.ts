/** Labels of speakers and questions, the same on every screen. */
import type { ClaimMark } from '@rostrum/shared/contract/walk-ins'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { PhoneTranslate } from './messages.ts'

/** "Speaker 07". Without a number, the name of the organization. */
export const formatSpeakerLabel = (t: PhoneTranslate, { number, entity }: { readonly number: number; readonly entity: string }): string =>
  number > 0 ? t('speaker.number', { n: String(number).padStart(2, '0') }) : entity

/** "Q09" */
export const formatQuestionLabel = (t: PhoneTranslate, number: number): string =>
  t('questions.number', { n: String(number).padStart(2, '0') })

/** The organization that has the floor, or the panel. */
export const getSpeakerName = (t: PhoneTranslate, { speaker }: Pick<TurnView, 'speaker'>): string =>
  speaker ? formatEntity(t, speaker) : t('give.panel')

/** The organization in a text, marked if it is to be confirmed. */
export const formatEntity = (
  t: PhoneTranslate,
  { entity, toConfirm }: { readonly entity: string; readonly toConfirm?: ClaimMark['toConfirm'] | undefined },
): string => (toConfirm ? t('pair.comma', { first: entity, second: t('queue.toConfirm') }) : entity)

/** Names the author of a question, and counts the others who asked the same. */
export const formatAuthors = (t: PhoneTranslate, who: string, others: number): string =>
  others === 0 ? t('floor.askedBy', { who }) : t('floor.askedByOthers', { who, n: others })
