/** A full account of the questions, with the sum. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { joinCounts } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { sumBy } from '../figures/record-rows.ts'
import { type QuestionOutcome, tallyQuestions } from '../figures/tally.ts'
import styles from './section-parts.module.css'

export const TallyCard = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { received, rows, declined } = tallyQuestions(record)
  const reasons = joinCounts(
    language,
    declined.map(({ reason, count }) => t('record.counted', { what: t(`questions.because.${reason}`), n: count })),
  )
  const getText = (fate: QuestionOutcome) =>
    fate === 'declined' && reasons !== '' ? t('record.fate.declinedFor', { reasons }) : t(`record.fate.${fate}`)
  return (
    <Card className={styles.figure} aria-labelledby="record-questions">
      <h2 id="record-questions">{t('record.questions')}</h2>
      {received === 0 ? (
        <p>{t('record.noQuestions')}</p>
      ) : (
        <dl className={styles.tally}>
          <div>
            <dt>{t('record.fate.received')}</dt>
            <dd>{received}</dd>
          </div>
          {rows.map(({ fate, count }) => (
            <div key={fate}>
              <dt>{getText(fate)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
          <div>
            <dt>{t('record.together')}</dt>
            <dd>{sumBy(rows, ({ count }) => count)}</dd>
          </div>
        </dl>
      )}
    </Card>
  )
}
