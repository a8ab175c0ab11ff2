/** The outcomes of all questions, in a sentence. Participants see it once the session has closed. */
import { answerKinds, declineReasons } from '@rostrum/shared/contract/enums'
import type { View } from '@rostrum/shared/projection/registry'
import { useView } from '../../session/hooks.tsx'
import type { Translate } from '../../text/messages.ts'
import { joinNames } from '../../text/name-list.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './questions.module.css'

type QuestionCounts = NonNullable<View['questionCounts']>

/** Each outcome with its count. The counts add up to the number of questions received. */
export const listOutcomes = (t: Translate, counts: QuestionCounts): readonly (readonly [what: string, n: number])[] => [
  ...answerKinds.map((answer) => [t(`questions.answer.${answer}`), counts.answered[answer]] as const),
  [t('questions.status.merged'), counts.merged],
  [t('questions.status.moved-to-queue'), counts.movedToQueue],
  [t('questions.status.pending'), counts.pending],
  [t('questions.status.approved'), counts.published],
  [t('questions.status.not-reached'), counts.notReached],
  ...declineReasons.map(
    (reason) => [`${t('questions.status.declined')} (${t(`questions.decline.${reason}`)})`, counts.declined[reason]] as const,
  ),
  [t('questions.status.withdrawn'), counts.withdrawn],
]

export const OutcomeCounts = () => {
  const { t, language } = useText()
  const counts = useView(({ questionCounts }) => questionCounts)
  if (counts === undefined || counts.received === 0) return null
  const parts = listOutcomes(t, counts)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => t('questions.received.of', { n, what: what.toLocaleLowerCase(language.id) }))
  return <p className={styles.accounted}>{t('questions.received', { n: counts.received, list: joinNames(language, parts) })}</p>
}
