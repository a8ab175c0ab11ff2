/** Hands in captions as a file. The dialog shows what the file will replace before anything is stored. */
import { addMillis, type Instant, minutes } from '@rostrum/shared/kernel/time'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { formatExactTime } from '../../../text/times.ts'
import { parseTimeOfDay } from '../../../text/typed-time.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Name } from '../../../ui/written.tsx'
import { FileRefusalText } from './file-refusal.tsx'
import type { TrackReport } from './track-row.tsx'
import { type FileChoice, useCaptionFile } from './use-caption-file.ts'
import styles from './workplace.module.css'

/** A typed time means the instant closest to the opening. */
const nearOpening = minutes(360)

type FileDialogProps = { reports: readonly TrackReport[]; openedAt: Instant; onClose: () => void }

export const FileDialog = ({ reports, openedAt, onClose }: FileDialogProps) => {
  const { t, language: page } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const [language, setLanguage] = useState(reports[0]?.language ?? '')
  const [file, setFile] = useState<File | null>(null)
  /** Null means the opening. */
  const [typed, setTyped] = useState<string | null>(null)
  const handing = useCaptionFile()
  const { outcome, refusal, busy, isDone } = handing
  const readStart = (text: string | null) => (text === null ? null : parseTimeOfDay(text, zone, addMillis(openedAt, nearOpening)))
  const isBad = typed !== null && readStart(typed) === null
  const makeChoice = (of: { file: File | null; language: string; typed: string | null }): FileChoice | null => {
    const report = reports.find((one) => one.language === of.language)
    const start = readStart(of.typed)
    return of.file === null || report === undefined || (of.typed !== null && start === null)
      ? null
      : { file: of.file, address: report.address, start }
  }
  const look = (change: Partial<{ file: File; language: string; typed: string | null }>) =>
    handing.look(makeChoice({ file, language, typed, ...change }))
  const choice = makeChoice({ file, language, typed })
  const name = formatLanguageName(page.id, language)
  return (
    <ModalDialog open title={t('captions.fromFile')} onClose={onClose}>
      <p className="muted">{t('captions.fromFileNote')}</p>
      {isDone ? null : (
        <div className={styles.fileFields}>
          <SelectField
            label={t('turnLanguage.column')}
            value={language}
            onChange={(chosen) => {
              setLanguage(chosen)
              look({ language: chosen })
            }}
            options={reports.map((one) => ({ value: one.language, label: formatLanguageName(page.id, one.language) }))}
          />
          <TextField
            label={t('captions.fileStart')}
            hint={t('captions.fileStartNote')}
            error={isBad ? t('queue.seenAtBad') : undefined}
            className="num"
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            value={typed ?? formatExactTime(openedAt, zone)}
            onChange={(text) => {
              setTyped(text)
              look({ typed: text })
            }}
          />
        </div>
      )}
      {file === null ? null : (
        <p>
          <Name>
            <strong>{file.name}</strong>
          </Name>
        </p>
      )}
      <div role="status" className={styles.fileOutcome}>
        {busy ? <p>{t('app.sending')}</p> : null}
        {outcome === null || busy ? null : isDone ? (
          <p>{t('captions.fileDone', { n: outcome.lines })}</p>
        ) : (
          <>
            <p>{t('captions.fileFound', { n: outcome.lines })}</p>
            {outcome.outside > 0 ? <p>{t('captions.fileOutside', { n: outcome.outside })}</p> : null}
            {outcome.changed ? null : <p>{t('captions.fileSame', { language: name })}</p>}
            {outcome.changed && outcome.replaced > 0 ? (
              <p>
                <strong>{t('captions.fileReplaces', { language: name, n: outcome.replaced })}</strong>
              </p>
            ) : null}
          </>
        )}
      </div>
      <FileRefusalText refusal={refusal} />
      <OverlayActions>
        {isDone || outcome === null || choice === null || !outcome.changed ? null : (
          <Button look={outcome.replaced > 0 ? 'urgent' : 'primary'} disabled={busy} onClick={() => handing.handIn(choice)}>
            {t(outcome.replaced > 0 ? 'captions.fileReplace' : 'captions.fileAdd')}
          </Button>
        )}
        {isDone ? null : (
          <FileButton
            look={file === null ? 'primary' : 'plain'}
            accept=".vtt,.srt,text/vtt"
            disabled={busy}
            onFile={(chosen) => {
              setFile(chosen)
              look({ file: chosen })
            }}
          >
            {t(file === null ? 'people.import.choose' : 'people.import.other')}
          </FileButton>
        )}
        <Button look={isDone ? 'primary' : 'quiet'} onClick={onClose}>
          {t(isDone ? 'people.done' : 'app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
