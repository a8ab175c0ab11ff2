/** The secretariat's workplace for captions: one source for each language with its state, and the language of each speaker. */
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { AddTrack } from './add-track.tsx'
import { CaptionSettingsForm } from './caption-settings-form.tsx'
import { FileDialog } from './file-dialog.tsx'
import { type TrackReport, TrackRow } from './track-row.tsx'
import { TurnLanguages } from './turn-languages.tsx'
import styles from './workplace.module.css'

const askAgainMs = 2_000

/** Requested repeatedly while the workplace is open, because addresses are in no view. */
const useTrackReports = (): readonly TrackReport[] => {
  const request = useRequest()
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const [reports, setReports] = useState<readonly TrackReport[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of languages has other reports
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await request('GET /api/staff/captions', {})
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

/** Files are possible from the opening on, because their times count from there. */
const AddFile = ({ reports }: { reports: readonly TrackReport[] }) => {
  const { t } = useText()
  const openedAt = useView(({ session }) => session.openedAt)
  const [isOpen, setOpen] = useState(false)
  if (openedAt === null || reports.length === 0) return null
  return (
    <>
      <Button icon="paper" onClick={() => setOpen(true)}>
        {t('captions.addFile')}
      </Button>
      {isOpen ? <FileDialog reports={reports} openedAt={openedAt} onClose={() => setOpen(false)} /> : null}
    </>
  )
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
          <div className={styles.foot}>
            <p>{t('captions.addressNote')}</p>
            <AddFile reports={reports} />
          </div>
        </div>
      </Card>
      <TurnLanguages />
    </div>
  )
}
