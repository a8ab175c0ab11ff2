/** The record as files: the document first, then paper, then data. In any language, and without what the privacy policy hides. */
import { type Format, fileTypes, formats } from '@rostrum/shared/contract/record-formats'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { type ReactNode, useState } from 'react'
import type { HttpResult } from '../../../session/http.ts'
import { type NamedFile, requestFile } from '../../../session/request-file.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import styles from '../head.module.css'
import { CaptionFiles } from './caption-files.tsx'
import type { GetBearer } from './use-record-page.ts'

/** The formats with the data of the record. The document comes first, apart from them. */
const dataFormats = formats.filter((format) => format !== 'docx')

type DownloadsProps = {
  session: string
  getBearer: GetBearer
  onSave: (file: NamedFile) => void
  /** The reason of a refusal, in words. */
  renderRefusal: (reason: string) => ReactNode
}

export const Downloads = ({ session, getBearer, onSave, renderRefusal }: DownloadsProps) => {
  const { t, language, languages } = useText()
  const [options, setOptions] = useState({ language: language.id, public: false, notes: false })
  const [preparing, setPreparing] = useState<Format | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const download = async (format: Format) => {
    if (preparing !== null) return
    setPreparing(format)
    setReason(null)
    const result = await fetchRecordFile(session, format, options, getBearer)
    setPreparing(null)
    if (!result.ok) return setReason(result.reason)
    onSave(result.value)
    screenReader.say(t('record.saved', { name: result.value.name }), 'record')
  }
  const makeButton = (format: Format) => (
    <Button
      key={format}
      look={format === 'docx' ? 'primary' : 'quiet'}
      icon={format === 'docx' ? 'download' : undefined}
      disabled={preparing !== null}
      onClick={() => void download(format)}
    >
      {t(`record.${fileTypes[format].extension}`)}
    </Button>
  )
  return (
    <section className={styles.exports} aria-label={t('record.downloads')}>
      <div className={styles.files}>
        {makeButton('docx')}
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
      </div>
      <p role="status" className={styles.status}>
        {preparing === null ? '' : t('record.preparing')}
      </p>
      {reason === null ? null : renderRefusal(reason)}
    </section>
  )
}

type DownloadOptions = { readonly language: string; readonly public: boolean; readonly notes: boolean }

const fetchRecordFile = async (
  session: string,
  format: Format,
  options: DownloadOptions,
  getBearer: GetBearer,
): Promise<HttpResult<NamedFile>> => {
  const secret = await getBearer()
  if (!secret.ok) return secret
  const query = {
    language: languageIds.find((id) => id === options.language),
    ...(options.public && { public: 'true' as const }),
    ...(options.notes && { notes: 'true' as const }),
  }
  return requestFile(`GET /api/sessions/:id/record.${fileTypes[format].extension}`, { params: { id: session }, query }, secret.value)
}
