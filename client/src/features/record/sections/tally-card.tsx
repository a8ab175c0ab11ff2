/** Questions accounted for to the last one, with the sum. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { sum } from '../figures/record-rows.ts'
import { type Fate, tallyOf } from '../figures/tally.ts'
import { countsText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'

export const TallyCard = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { received, rows, declined } = tallyOf(record)
  const reasons = countsText(
    language.id,
    declined.map(({ reason, count }) =>
      t('record.counted', { what: t(`questions.decline.${reason}`).toLocaleLowerCase(language.id), n: count }),
    ),
  )
  const words = (fate: Fate) =>
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
              <dt>{words(fate)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
          <div>
            <dt>{t('record.together')}</dt>
            <dd>{sum(rows, ({ count }) => count)}</dd>
          </div>
        </dl>
      )}
    </Card>
  )
}
