/** The sentences of the report, by its items. Nothing here goes into a report before the Rapporteur accepts or writes it. */
import type { PagePoint } from '@rostrum/shared/contract/report-blocks'
import { useText } from '../../../text/use-text.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { Name } from '../../../ui/written.tsx'
import type { SentencePlace } from './send-sentence.ts'
import { SentenceRow } from './sentence-row.tsx'
import styles from './sentences.module.css'
import { useSentences } from './use-sentences.ts'

export const SentencesFold = ({ points: made, place }: { points: readonly PagePoint[]; place: SentencePlace }) => {
  const { t } = useText()
  const { points, store } = useSentences(made)
  if (points.length === 0) return null
  const written = points.flatMap(({ sentences: [first] }) => first ?? [])
  const stale = written.filter(({ agrees }) => !agrees).length
  const items = [...new Set(points.map(({ item }) => item))]
  return (
    <div className={styles.sentences}>
      <Fold
        title={t('record.sentence.title')}
        action={
          <>
            {t('record.sentence.count', { n: written.length, all: points.length })}
            {stale === 0 ? null : <span className={styles.stale}>{t('record.sentence.stale', { n: stale })}</span>}
          </>
        }
      >
        <p>{t('record.sentence.intro')}</p>
        {items.map((item) => (
          <section key={item} className={styles.item}>
            <h3>
              <Name>{item}</Name>
            </h3>
            <ul className={styles.rows}>
              {points
                .filter((point) => point.item === item)
                .map((point) => (
                  <SentenceRow key={point.id} point={point} place={place} onStored={(text) => store(point, text)} />
                ))}
            </ul>
          </section>
        ))}
      </Fold>
    </div>
  )
}
