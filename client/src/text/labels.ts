/** Who speaks, in the words that every screen uses. */
import type { Speak } from './messages.ts'

/** "Speaker 07"; whoever has no number is named by the organization. */
export const speakerLabel = (t: Speak, { number, entity }: { readonly number: number; readonly entity: string }): string =>
  number > 0 ? t('speaker.number', { n: String(number).padStart(2, '0') }) : entity

/** "Q09" */
export const questionLabel = (t: Speak, number: number): string => t('questions.number', { n: String(number).padStart(2, '0') })
