/** Which column of a list holds which field. Usual column names are recognized; for others the user chooses. */
import { useId, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './import.module.css'
import { getListFieldText } from './list-error-text.ts'
import { type ColumnChoices, type ListField, type ListPreview, listFields, requiredListFields } from './list-preview.ts'

type ColumnChoiceProps = {
  headers: readonly string[]
  chosen: ColumnChoices
  preview: ListPreview | null
  /** Open if the list could not be read, because then the columns are the first thing to check. */
  open: boolean
  onChoose: (chosen: ColumnChoices) => void
}

export const ColumnChoice = ({ headers, chosen, preview, open, onChoose }: ColumnChoiceProps) => {
  const { t } = useText()
  const id = useId()
  const [expanded, setExpanded] = useState(false)
  const isOpen = open || expanded
  const choose = (field: ListField, header: string) => {
    const { [field]: _, ...others } = chosen
    onChoose(header === '' ? others : { ...others, [field]: header })
  }
  return (
    <div className={styles.columns}>
      <Button
        look="quiet"
        size="inline"
        iconEnd={isOpen ? 'up' : 'down'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setExpanded(!isOpen)}
      >
        {t('people.import.columns')}
      </Button>
      {isOpen ? (
        <div id={id} className={styles.fields}>
          {listFields.map((field) => (
            <SelectField
              key={field}
              label={getListFieldText(t, field)}
              optional={requiredListFields.includes(field) ? undefined : t('app.optional')}
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
