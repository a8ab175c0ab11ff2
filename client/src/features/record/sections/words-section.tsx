/** The words of each turn from the captions, in one language at a time. Nothing where there were none. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { useState } from 'react'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { useRecordText } from '../page/use-record-text.ts'
import styles from './section-parts.module.css'
import { Figure, RecordSection } from './section-parts.tsx'

export const WordsSection = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const labels = useRecordText(record)
  const [chosen, setChosen] = useState<string | null>(null)
  const languages = record.captions?.languages ?? []
  const shown = [chosen, language.id, ...languages].find((tag) => tag !== null && languages.includes(tag))
  const turns = record.turns
    .flatMap((turn) => (turn.words ?? []).filter((words) => words.language === shown).map((words) => ({ ...turn, said: words })))
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
  if (turns.length === 0) return null
  return (
    <RecordSection
      id="record-words"
      title={t('record.words')}
      action={
        <SelectField
          label={t('turnLanguage.column')}
          value={shown ?? ''}
          options={languages.map((tag) => ({ value: tag, label: formatLanguageName(language.id, tag) }))}
          onChange={setChosen}
        />
      }
    >
      <p className="muted">{t('record.wordsNote')}</p>
      <Card className={styles.figure}>
        {turns.map(({ id, kind, startedAt, entity, said }) => (
          <section key={id} aria-labelledby={`words-${id}`}>
            <h3 id={`words-${id}`}>
              <Figure>{labels.formatTime(startedAt)}</Figure> <Name>{entity ?? t(`record.kind.${kind}`)}</Name>
            </h3>
            <Written className={styles.text} lang={said.language}>
              {said.text}
            </Written>
            {said.cut ? <p className="muted">{t('record.wordsCut')}</p> : null}
          </section>
        ))}
      </Card>
    </RecordSection>
  )
}
