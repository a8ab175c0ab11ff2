/** What became of all questions, to the last one, in a sentence; people who take part are told when the session has ended. */
import { answers, declines } from '@rostrum/shared/contract/enums'
import type { View } from '@rostrum/shared/projection/registry'
import { useView } from '../../session/hooks.tsx'
import type { Speak } from '../../text/messages.ts'
import { namesText } from '../../text/name-list.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './questions.module.css'

type Counts = NonNullable<View['questionCounts']>

/** Each outcome with how many have it; the numbers add up to all that were received. */
export const outcomes = (t: Speak, counts: Counts): readonly (readonly [what: string, n: number])[] => [
  ...answers.map((answer) => [t(`questions.answer.${answer}`), counts.answered[answer]] as const),
  [t('questions.status.merged'), counts.merged],
  [t('questions.status.to-floor'), counts.toFloor],
  [t('questions.status.pending'), counts.pending],
  [t('questions.status.approved'), counts.published],
  [t('questions.status.not-reached'), counts.notReached],
  ...declines.map(
    (reason) => [`${t('questions.status.declined')} (${t(`questions.decline.${reason}`)})`, counts.declined[reason]] as const,
  ),
  [t('questions.status.withdrawn'), counts.withdrawn],
]

export const Accounted = () => {
  const { t, language } = useText()
  const counts = useView(({ questionCounts }) => questionCounts)
  if (counts === undefined || counts.received === 0) return null
  const parts = outcomes(t, counts)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => t('questions.received.of', { n, what: what.toLocaleLowerCase(language.id) }))
  return <p className={styles.accounted}>{t('questions.received', { n: counts.received, list: namesText(language, parts) })}</p>
}
