/** Which column of a list says what. Found by its name where that is usual; else somebody says it. */
import { useId, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './import.module.css'
import { fieldWords } from './list-error-text.ts'
import { type Chosen, type ListField, listFields, neededFields, type Preview } from './list-preview.ts'

type ColumnProps = {
  headers: readonly string[]
  chosen: Chosen
  preview: Preview | null
  /** Where the list could not be read, it is the first thing to look at. */
  open: boolean
  onChoose: (chosen: Chosen) => void
}

export const ColumnChoice = ({ headers, chosen, preview, open, onChoose }: ColumnProps) => {
  const { t } = useText()
  const id = useId()
  const [asked, ask] = useState(false)
  const shown = open || asked
  const choose = (field: ListField, header: string) => {
    const { [field]: _, ...others } = chosen
    onChoose(header === '' ? others : { ...others, [field]: header })
  }
  return (
    <div className={styles.columns}>
      <Button
        look="quiet"
        size="inline"
        iconEnd={shown ? 'up' : 'down'}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => ask(!shown)}
      >
        {t('people.import.columns')}
      </Button>
      {shown ? (
        <div id={id} className={styles.fields}>
          {listFields.map((field) => (
            <SelectField
              key={field}
              label={fieldWords(t, field)}
              optional={neededFields.includes(field) ? undefined : t('app.optional')}
              value={chosen[field] ?? preview?.columns[field] ?? ''}
              onChange={(header) => choose(field, header)}
              options={[
                { value: '', label: t(preview === null ? 'people.import.byName' : 'people.import.noColumn') },
                ...[...new Set(headers)].map((header) => ({ value: header, label: header })),
              ]}
            />
          ))}
        </div>
      ) : null}
      {preview !== null && preview.ignored.length > 0 ? (
        <p className={styles.quiet}>{t('people.import.ignored', { names: preview.ignored.join(', ') })}</p>
      ) : null}
    </div>
  )
}
