/** The record as files: the document first, then paper, then data. In any language, and without what the privacy policy hides. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { fileTypes, formats } from '@rostrum/shared/contract/record-formats'
import { type ReactNode, useState } from 'react'
import type { NamedFile } from '../../../session/request-file.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../head.module.css'
import { CaptionFiles } from './caption-files.tsx'
import { type DownloadOptions, fetchRecordFile, type RecordFile } from './fetch-record-file.ts'
import { TemplateChoice } from './template-choice.tsx'
import { useHasPdf } from './use-has-pdf.ts'
import type { GetBearer } from './use-record-page.ts'

/** The formats with the data of the record. The document comes first, apart from them. */
const dataFormats = formats.filter((format) => format !== 'docx')

type DownloadsProps = {
  session: string
  getBearer: GetBearer
  onSave: (file: NamedFile) => void
  /** The reason of a refusal, in words. */
  renderRefusal: (reason: FailureReason) => ReactNode
}

export const Downloads = ({ session, getBearer, onSave, renderRefusal }: DownloadsProps) => {
  const { t, language, languages } = useText()
  const [options, setOptions] = useState<DownloadOptions>({ language: language.id, public: false, notes: false, template: null })
  const [preparing, setPreparing] = useState<RecordFile | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const hasPdf = useHasPdf(session, getBearer)
  const download = async (file: RecordFile) => {
    if (preparing !== null) return
    setPreparing(file)
    setReason(null)
    const result = await fetchRecordFile(session, file, options, getBearer)
    setPreparing(null)
    if (!result.ok) return setReason(result.reason)
    onSave(result.value)
    screenReader.say(t('record.saved', { name: result.value.name }), 'record')
  }
  const makeButton = (file: RecordFile) => (
    <Button
      key={file}
      look={file === 'docx' ? 'primary' : file === 'pdf' ? 'plain' : 'quiet'}
      icon={file === 'docx' ? 'download' : undefined}
      disabled={preparing !== null}
      onClick={() => void download(file)}
    >
      {t(`record.${file === 'pdf' ? file : fileTypes[file].extension}`)}
    </Button>
  )
  return (
    <section className={styles.exports} aria-label={t('record.downloads')}>
      <div className={styles.files}>
        {makeButton('docx')}
        {hasPdf ? makeButton('pdf') : null}
        <Button icon="print" onClick={() => window.print()}>
          {t('record.print')}
        </Button>
        <span className={styles.data}>{t('record.data')}</span>
        {dataFormats.map(makeButton)}
      </div>
      <CaptionFiles session={session} getBearer={getBearer} onSave={onSave} onRefused={setReason} />
      <div className={styles.wishes}>
        <SelectField
          label={t('record.language')}
          value={options.language}
          options={languages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => setOptions({ ...options, language: id })}
        />
        <CheckRow
          label={t('record.public')}
          note={t('record.publicNote')}
          checked={options.public}
          onChange={(on) => setOptions({ ...options, public: on, notes: false })}
        />
        {options.public ? (
          <CheckRow
            label={t('record.withPoints')}
            note={t('record.withPointsNote')}
            checked={options.notes}
            onChange={(on) => setOptions({ ...options, notes: on })}
          />
        ) : null}
        <TemplateChoice template={options.template} onChange={(template) => setOptions({ ...options, template })} />
      </div>
      <p role="status" className={styles.status}>
        {preparing === null ? '' : t('record.preparing')}
      </p>
      {reason === null ? null : renderRefusal(reason)}
    </section>
  )
}
