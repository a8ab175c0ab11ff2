/** People of the list who are probably the same person as another. They are imported all the same. */
import { useText } from '../../../text/use-text.tsx'
import { FramedList } from '../../../ui/framed-list.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './import.module.css'
import type { ListPreview } from './list-preview.ts'

/** As many as a person looks through before an import. */
const maxShown = 20

export const LikelyDuplicates = ({ preview: { likely, likelyCount } }: { preview: Pick<ListPreview, 'likely' | 'likelyCount'> }) => {
  const { t } = useText()
  if (likelyCount === 0) return null
  const shown = likely.slice(0, maxShown)
  return (
    <section className={styles.faults} aria-labelledby="likely-title">
      <h3 id="likely-title">{t('people.import.likely', { n: likelyCount })}</h3>
      <FramedList>
        {shown.map(({ line, entity, name, first }) => (
          <li key={line}>
            <strong>{t('people.import.atLine', { line })}</strong> <Name>{name === null ? entity : `${name}, ${entity}`}</Name>{' '}
            <span className={styles.said}>
              {first === null ? t('people.import.likelyKnown') : t('people.import.likelyLine', { line: first })}
            </span>
          </li>
        ))}
      </FramedList>
      {likelyCount > shown.length ? (
        <p className={styles.quiet}>{t('people.import.moreFaults', { n: likelyCount - shown.length })}</p>
      ) : null}
    </section>
  )
}
