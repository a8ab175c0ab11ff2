/** Interventions and time by the language in which they were spoken. Nothing where nobody said it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { sumBy } from '../figures/record-rows.ts'
import { formatSeconds } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { Figure, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

export const LanguagesCard = ({ record: { statistics } }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { languages } = statistics
  if (languages === undefined) return null
  return (
    <Card className={styles.figure} aria-labelledby="record-by-language">
      <h3 id="record-by-language">{t('turnLanguage.byLanguage')}</h3>
      <WideTable label={t('turnLanguage.byLanguage')}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('turnLanguage.column')}</th>
              <th scope="col">{t('turnLanguage.turns')}</th>
              <th scope="col">{t('record.time')}</th>
            </tr>
          </thead>
          <tbody>
            {languages.map((one) => (
              <tr key={one.language ?? ''}>
                <th scope="row">{one.language === null ? t('turnLanguage.notSaid') : formatLanguageName(language.id, one.language)}</th>
                <td>{one.turns}</td>
                <td>
                  <Figure>{formatSeconds(one.spokenSeconds)}</Figure>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('record.total')}</th>
              <td>{sumBy(languages, ({ turns }) => turns)}</td>
              <td>
                <Figure>{formatSeconds(statistics.spokenSeconds)}</Figure>
              </td>
            </tr>
          </tfoot>
        </table>
      </WideTable>
    </Card>
  )
}
