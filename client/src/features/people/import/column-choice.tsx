/** The column of each field in a list. Usual column names are recognized; for others the user chooses. */

import { type ListField, listFields, type NameOrder, nameOrders } from '@rostrum/shared/contract/people-lists'
import { useId, useState } from 'react'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './import.module.css'
import { getListFieldText } from './list-error-text.ts'
import { type ListChoices, type ListPreview, requiredListFields } from './list-preview.ts'

type ColumnChoiceProps = {
  headers: readonly string[]
  choices: ListChoices
  preview: ListPreview | null
  /** Open if the list could not be read, because then the columns are the first thing to check. */
  open: boolean
  onChoose: (choices: ListChoices) => void
}

export const ColumnChoice = ({ headers, choices, preview, open, onChoose }: ColumnChoiceProps) => {
  const { t, language } = useText()
  const id = useId()
  const [expanded, setExpanded] = useState(false)
  const isOpen = open || expanded
  return (
    <div className={styles.columns}>
      <Button look="quiet" size="inline" expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setExpanded(!isOpen)}>
        {t('people.import.columns')}
      </Button>
      {isOpen ? <ColumnFields id={id} headers={headers} choices={choices} preview={preview} onChoose={onChoose} /> : null}
      {preview !== null && preview.ignored.length > 0 ? (
        <p className={styles.quiet}>{t('people.import.ignored', { names: joinNames(language, preview.ignored) })}</p>
      ) : null}
    </div>
  )
}

const ColumnFields = ({ id, headers, choices, preview, onChoose }: Omit<ColumnChoiceProps, 'open'> & { id: string }) => {
  const { t } = useText()
  const { columns } = choices
  const named = [...new Set(headers)].filter((header) => header.trim() !== '')
  const isJoined = preview !== null && preview.columns.givenName !== null && preview.columns.familyName !== null
  /** Sets the column of a field. "No column" is sent only if a column was recognized; otherwise recognition stays on. */
  const choose = (field: ListField, header: string) => {
    const { [field]: _, ...others } = columns
    const isRecognized = preview?.columns[field] !== null && columns[field] === undefined
    if (header === '') onChoose({ ...choices, columns: isRecognized && preview !== null ? { ...others, [field]: null } : others })
    else onChoose({ ...choices, columns: { ...others, [field]: header } })
  }
  return (
    <div id={id} className={styles.fields}>
      {listFields.map((field) => (
        <SelectField
          key={field}
          label={getListFieldText(t, field)}
          optional={requiredListFields.includes(field) ? undefined : t('app.optional')}
          value={columns[field] ?? preview?.columns[field] ?? ''}
          onChange={(header) => choose(field, header)}
          options={[
            { value: '', label: t(preview === null ? 'people.import.byName' : 'people.import.noColumn') },
            ...named.map((header) => ({ value: header, label: header })),
          ]}
        />
      ))}
      {isJoined ? (
        <SelectField
          label={t('people.import.nameOrder')}
          value={choices.nameOrder ?? preview.nameOrder}
          onChange={(nameOrder) => onChoose({ ...choices, nameOrder: nameOrder as NameOrder })}
          options={nameOrders.map((order) => ({ value: order, label: t(`people.import.nameOrder.${order}`) }))}
        />
      ) : null}
    </div>
  )
}
