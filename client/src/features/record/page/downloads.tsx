/** The record as files: the document first, then paper, then the data; in any language, and without what policy hides. */
import { type ReactNode, useState } from 'react'
import { type Answer, askFile, type NamedFile } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import styles from '../head.module.css'
import type { Bearer } from './use-record.ts'

const data = ['md', 'xlsx', 'zip', 'json'] as const
type Format = 'docx' | (typeof data)[number]

type DownloadsProps = {
  session: string
  bearer: Bearer
  onSave: (file: NamedFile) => void
  /** Why not, in words. */
  refused: (why: string) => ReactNode
}

export const Downloads = ({ session, bearer, onSave, refused }: DownloadsProps) => {
  const { t, language, languages } = useText()
  const [wanted, want] = useState({ language: language.id, public: false, notes: false })
  const [asked, ask] = useState<Format | null>(null)
  const [why, refuse] = useState<string | null>(null)
  const get = async (format: Format) => {
    if (asked !== null) return
    ask(format)
    refuse(null)
    const answer = await fileFrom(session, format, wanted, bearer)
    ask(null)
    if (!answer.ok) return refuse(answer.why)
    onSave(answer.value)
    announcements.say(t('record.saved', { name: answer.value.name }), 'record')
  }
  const button = (format: Format) => (
    <Button
      key={format}
      look={format === 'docx' ? 'primary' : 'quiet'}
      icon={format === 'docx' ? 'download' : undefined}
      disabled={asked !== null}
      onClick={() => void get(format)}
    >
      {t(`record.${format}`)}
    </Button>
  )
  return (
    <section className={styles.exports} aria-label={t('record.downloads')}>
      <div className={styles.files}>
        {button('docx')}
        <Button icon="print" onClick={() => window.print()}>
          {t('record.print')}
        </Button>
        <span className={styles.data}>{t('record.data')}</span>
        {data.map(button)}
      </div>
      <div className={styles.wishes}>
        <SelectField
          label={t('record.language')}
          value={wanted.language}
          options={languages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => want({ ...wanted, language: id })}
        />
        <CheckRow
          label={t('record.public')}
          note={t('record.publicNote')}
          checked={wanted.public}
          onChange={(on) => want({ ...wanted, public: on, notes: false })}
        />
        {wanted.public ? (
          <CheckRow
            label={t('record.withPoints')}
            note={t('record.withPointsNote')}
            checked={wanted.notes}
            onChange={(on) => want({ ...wanted, notes: on })}
          />
        ) : null}
      </div>
      <p role="status" className={styles.status}>
        {asked === null ? '' : t('record.preparing')}
      </p>
      {why === null ? null : refused(why)}
    </section>
  )
}

type Wanted = { readonly language: string; readonly public: boolean; readonly notes: boolean }

const fileFrom = async (session: string, format: Format, wanted: Wanted, bearer: Bearer): Promise<Answer<NamedFile>> => {
  const secret = await bearer()
  if (!secret.ok) return secret
  const query = new URLSearchParams({
    language: wanted.language,
    ...(wanted.public ? { public: 'true' } : {}),
    ...(wanted.notes ? { notes: 'true' } : {}),
  })
  return askFile(`/api/sessions/${session}/record.${format}?${query.toString()}`, secret.value)
}
