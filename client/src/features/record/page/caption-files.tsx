/** The captions as files for a recording. Shows nothing if there were none, or none were kept. */
import type { FailureReason } from '@rostrum/shared/api/reasons'
import { useEffect, useState } from 'react'
import { request } from '../../../session/http.ts'
import { type NamedFile, requestFile } from '../../../session/request-file.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../head.module.css'
import type { GetBearer } from './use-record-page.ts'

type CaptionFilesProps = {
  session: string
  getBearer: GetBearer
  onSave: (file: NamedFile) => void
  onRefused: (reason: FailureReason) => void
}

export const CaptionFiles = ({ session, getBearer, onSave, onRefused }: CaptionFilesProps) => {
  const { t, language: page } = useText()
  const [languages, setLanguages] = useState<readonly string[]>([])
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const secret = await getBearer()
      if (!secret.ok) return
      const answer = await request('GET /api/sessions/:id/captions', { params: { id: session } }, secret.value)
      if (!isOver && answer.ok) setLanguages(answer.value.languages.map(({ language }) => language))
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [session, getBearer])
  const download = async (language: string, format: 'vtt' | 'srt') => {
    const secret = await getBearer()
    const file = secret.ok
      ? await requestFile(`GET /api/sessions/:id/captions.${format}`, { params: { id: session }, query: { language } }, secret.value)
      : secret
    if (file.ok) onSave(file.value)
    else onRefused(file.reason)
  }
  if (languages.length === 0) return null
  return (
    <div className={styles.files}>
      <span className={styles.data}>{t('captions.title')}</span>
      {languages.flatMap((language) =>
        (['vtt', 'srt'] as const).map((format) => (
          <Button key={`${language} ${format}`} look="quiet" onClick={() => void download(language, format)}>
            {t('captions.file', { language: formatLanguageName(page.id, language), format: format === 'vtt' ? 'WebVTT' : 'SRT' })}
          </Button>
        )),
      )}
    </div>
  )
}
