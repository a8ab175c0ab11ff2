/** The secretariat's workplace for captions: one source a language, how each stands, and in which language each speaker will speak. */
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { AddTrack } from './add-track.tsx'
import { CaptionSettingsForm } from './caption-settings-form.tsx'
import { type TrackReport, TrackRow } from './track-row.tsx'
import { TurnLanguages } from './turn-languages.tsx'
import styles from './workplace.module.css'

const askAgainMs = 2_000

/** Asked again and again while the workplace is open: addresses are in no view. */
const useTrackReports = (): readonly TrackReport[] => {
  const request = useRequest()
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [reports, setReports] = useState<readonly TrackReport[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of languages has other reports
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await request<{ tracks: readonly TrackReport[] }>('/api/staff/captions')
      if (isOver) return
      if (answer.ok) setReports(answer.value.tracks)
      timer = setTimeout(() => void ask(), askAgainMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [request, languages])
  return reports
}

export const CaptionsWorkplace = () => {
  const { t } = useText()
  const reports = useTrackReports()
  const languages = useView(({ captionLanguages }) => captionLanguages)
  return (
    <div className={styles.columns}>
      <Card className={styles.card} aria-labelledby="captions-title">
        <CardHead id="captions-title" title={t('captions.title')} />
        <RefusalMessage area="captions" />
        <div className={styles.scroll}>
          {languages.length === 0 ? <p className={styles.empty}>{t('captions.noTracks')}</p> : null}
          <ol>
            {languages.map((language) => (
              <TrackRow key={language} language={language} report={reports.find((one) => one.language === language)} />
            ))}
          </ol>
          <AddTrack />
          <CaptionSettingsForm />
          <p className={styles.note}>{t('captions.addressNote')}</p>
        </div>
      </Card>
      <TurnLanguages />
    </div>
  )
}
