/** The outcomes of all questions, in a sentence. */
import { type AnswerKind, answerKinds, declineReasons } from '@rostrum/shared/contract/enums'
import type { View } from '@rostrum/shared/projection/registry'
import type { AskedTranslate } from '../../text/messages.ts'
import { joinNames } from '../../text/name-list.ts'
import { useAskedText } from '../../text/use-text.tsx'
import styles from './questions.module.css'

type QuestionCounts = NonNullable<View['questionCounts']>

/** Each outcome that occurred, with its count. The counts add up to the number of questions received. */
const listOutcomes = (t: AskedTranslate, counts: QuestionCounts): readonly string[] => {
  const write = (outcome: PlainOutcome, n: number): readonly string[] => (n > 0 ? [t(`questions.received.${outcome}`, { n })] : [])
  return [
    ...answerKinds.flatMap((answer) => write(answer, counts.answered[answer])),
    ...write('merged', counts.merged),
    ...write('moved-to-queue', counts.movedToQueue),
    ...write('pending', counts.pending),
    ...write('approved', counts.published),
    ...write('not-reached', counts.notReached),
    ...declineReasons.flatMap((why) => {
      const n = counts.declined[why]
      return n > 0 ? [t('questions.received.declined', { n, reason: t(`questions.because.${why}`) })] : []
    }),
    ...write('withdrawn', counts.withdrawn),
  ]
}

type PlainOutcome = AnswerKind | 'merged' | 'moved-to-queue' | 'pending' | 'approved' | 'not-reached' | 'withdrawn'

export const OutcomeSentence = ({ counts }: { counts: QuestionCounts }) => {
  const { t, language } = useAskedText()
  const list = joinNames(language, listOutcomes(t, counts))
  return <p className={styles.accounted}>{t('questions.received', { n: counts.received, list })}</p>
}
