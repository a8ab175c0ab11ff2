/** Labels of speakers and questions, the same on every screen. */
import type { Translate } from './messages.ts'

/** "Speaker 07". Without a number: the name of the organization. */
export const formatSpeakerLabel = (t: Translate, { number, entity }: { readonly number: number; readonly entity: string }): string =>
  number > 0 ? t('speaker.number', { n: String(number).padStart(2, '0') }) : entity

/** "Q09" */
export const formatQuestionLabel = (t: Translate, number: number): string => t('questions.number', { n: String(number).padStart(2, '0') })
