/** How the file was read: its sheet, or its encoding and separator. The user can correct a wrong guess here. */

import { type Encoding, encodings } from '@rostrum/shared/contract/people-lists'
import type { MessageKey } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './import.module.css'
import type { ListChoices, ListSource } from './list-preview.ts'

type SourceChoiceProps = { source: ListSource; choices: ListChoices; onChoose: (choices: ListChoices) => void }

export const SourceChoice = ({ source, choices, onChoose }: SourceChoiceProps) => {
  const { t } = useText()
  if (source.format === 'csv')
    return (
      <div className={styles.source}>
        <SelectField
          label={t('people.import.encoding')}
          hint={t(separatorKeys[source.separator])}
          value={choices.encoding ?? source.encoding}
          onChange={(encoding) => onChoose({ ...choices, columns: {}, encoding: encoding as Encoding })}
          options={encodings.map((encoding) => ({
            value: encoding,
            label: t('people.import.encodingName', {
              script: t(scriptKeys[encoding]),
              name: encodingNames[encoding] ?? encoding.toUpperCase(),
            }),
          }))}
        />
      </div>
    )
  if (source.sheets.length < 2) return <p className={styles.quiet}>{t('people.import.readSheet', { sheet: source.sheet })}</p>
  return (
    <div className={styles.source}>
      <SelectField
        label={t('people.import.sheet')}
        value={source.sheet}
        onChange={(sheet) => onChoose({ ...choices, columns: {}, sheet })}
        options={source.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
      />
    </div>
  )
}

const separatorKeys = {
  ',': 'people.import.byCommas',
  ';': 'people.import.bySemicolons',
  '\t': 'people.import.byTabs',
} as const satisfies Readonly<Record<string, MessageKey>>

const scriptKeys = {
  'utf-8': 'people.import.script.all',
  'utf-16le': 'people.import.script.all',
  'utf-16be': 'people.import.script.all',
  'windows-1252': 'people.import.script.western',
  macintosh: 'people.import.script.western',
  'windows-1250': 'people.import.script.central',
  'windows-1251': 'people.import.script.cyrillic',
  'koi8-r': 'people.import.script.cyrillic',
  'windows-1253': 'people.import.script.greek',
  'windows-1254': 'people.import.script.turkish',
  'windows-1255': 'people.import.script.hebrew',
  'windows-1256': 'people.import.script.arabic',
  gb18030: 'people.import.script.chinese',
  big5: 'people.import.script.chinese',
  shift_jis: 'people.import.script.japanese',
  'euc-jp': 'people.import.script.japanese',
  'euc-kr': 'people.import.script.korean',
} as const satisfies Readonly<Record<Encoding, MessageKey>>

/** Names as programs write them, if writing them in capitals is not enough. */
const encodingNames: Partial<Readonly<Record<Encoding, string>>> = {
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  macintosh: 'Macintosh',
}
