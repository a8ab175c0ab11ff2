/** The words of each turn from the captions, in one language at a time. */
import type { RecordPageContent } from '@rostrum/shared/contract/report-blocks'
import { useState } from 'react'
import { formatLanguageName } from '../../text/language-name.ts'
import { useText } from '../../text/use-text.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './blocks/blocks.module.css'
import { ReportLine } from './blocks/report-line.tsx'

export const WordsSection = ({ words }: Pick<RecordPageContent, 'words'>) => {
  const { t, language } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const languages = [...new Set(words.flatMap(({ texts }) => texts.map((text) => text.language)))].sort()
  const shown = [chosen ?? language.id, ...languages].find((tag) => languages.includes(tag))
  if (shown === undefined) return null
  return (
    <>
      <SelectField
        label={t('turnLanguage.column')}
        value={shown}
        options={languages.map((tag) => ({ value: tag, label: formatLanguageName(language.id, tag) }))}
        onChange={setChosen}
      />
      {words.flatMap(({ id, title, texts }) =>
        texts
          .filter((text) => text.language === shown)
          .map(({ line, cut }) => (
            <section key={id} aria-labelledby={`words-${id}`}>
              <h3 id={`words-${id}`} className={styles['table-title']}>
                <ReportLine line={title} />
              </h3>
              <p className={styles.spoken}>
                <ReportLine line={line} />
              </p>
              {cut.length === 0 ? null : (
                <p>
                  <ReportLine line={cut} />
                </p>
              )}
            </section>
          )),
      )}
    </>
  )
}
