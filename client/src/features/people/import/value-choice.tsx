/** The unknown texts in columns with fixed values, each once. The user says what it means, and the session remembers it. */

import { channels } from '@rostrum/shared/contract/channels'
import { type ListValue, registrationStates, type ValueField, valueFields } from '@rostrum/shared/contract/people-lists'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { useId, useState } from 'react'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './import.module.css'
import { getListFieldText } from './list-error-text.ts'
import type { ListPreview } from './list-preview.ts'

type Option = { readonly value: string; readonly label: string }
type Groups = ListPreview['groups']

/** The values of each field, as they are chosen. */
const listOptions: Readonly<Record<ValueField, (t: Translate, groups: Groups) => readonly Option[]>> = {
  group: (t, groups) => [
    ...groups.map((group) => ({ value: group.id as string, label: getGroupName(t, group) })),
    { value: 'none', label: t('group.none') },
  ],
  channel: (t) => channels.map((channel) => ({ value: channel, label: getChannelName(t, channel) })),
  language: (t) => languageIds.map((language) => ({ value: language, label: formatLanguageName(t.language, language) })),
  nameInRecord: (t) => [
    { value: 'yes', label: t('people.import.value.yes') },
    { value: 'no', label: t('people.import.value.no') },
  ],
  state: (t) => registrationStates.map((state) => ({ value: state, label: t(`people.import.value.${state}`) })),
}

type Match = (value: Omit<ListValue, 'value'> & { readonly value: string | null }) => void
type ValueChoiceProps = { preview: Pick<ListPreview, 'unclear' | 'values' | 'groups'>; onMatch: Match }

export const ValueChoice = ({ preview: { unclear, values, groups }, onMatch }: ValueChoiceProps) => {
  const { t } = useText()
  const id = useId()
  const [showsMatched, setShowsMatched] = useState(false)
  return (
    <>
      {unclear.length === 0 ? null : (
        <section className={styles.faults} aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>{t('people.import.values', { n: unclear.length })}</h3>
          <ValueFields values={unclear.map((one) => ({ ...one, value: null }))} groups={groups} onMatch={onMatch} />
        </section>
      )}
      {values.length === 0 ? null : (
        <div className={styles.columns}>
          <Button look="quiet" size="inline" expanded={showsMatched} onClick={() => setShowsMatched(!showsMatched)}>
            {t('people.import.matched')}
          </Button>
          {showsMatched ? <ValueFields values={values} groups={groups} onMatch={onMatch} /> : null}
        </div>
      )}
    </>
  )
}

type ShownValue = Parameters<Match>[0] & { readonly rows?: number }
type ValueFieldsProps = { values: readonly ShownValue[]; groups: Groups; onMatch: Match }

const ValueFields = ({ values, groups, onMatch }: ValueFieldsProps) => {
  const { t } = useText()
  return valueFields.map((field) => {
    const ofField = values.filter((one) => one.field === field)
    return ofField.length === 0 ? null : (
      <fieldset key={field} className={styles.values}>
        <legend>{getListFieldText(t, field)}</legend>
        <div className={styles.fields}>
          {ofField.map(({ written, value, rows }) => (
            <SelectField
              key={written}
              label={rows === undefined ? written : t('people.import.written', { written, n: rows })}
              value={value ?? ''}
              onChange={(chosen) => onMatch({ field, written, value: chosen === '' ? null : chosen })}
              options={[{ value: '', label: t('people.import.value.choose') }, ...listOptions[field](t, groups)]}
            />
          ))}
        </div>
      </fieldset>
    )
  })
}
