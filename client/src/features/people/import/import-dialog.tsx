/** Importing a list of people: choose the file, map its columns, check the preview, then import all rows or none. */

import type { ApiRequest } from '../../../session/http.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { ColumnChoice } from './column-choice.tsx'
import styles from './import.module.css'
import { LikelyDuplicates } from './likely-duplicates.tsx'
import { getColumnErrorText, getListErrorText } from './list-error-text.ts'
import type { ImportCounts } from './list-preview.ts'
import { ListErrors, ListSample } from './list-sample.tsx'
import { SourceChoice } from './source-choice.tsx'
import { type ImportRefusal, type ImportState, readRefusedColumns, useImport } from './use-import.ts'
import { ValueChoice } from './value-choice.tsx'

/** `request` carries the secret of the page: the secretariat and the organizer import by the same rules. */
type ImportDialogProps = { session: string; request: ApiRequest; onClose: () => void; onImported: () => void }

export const ImportDialog = ({ session, request, onClose, onImported }: ImportDialogProps) => {
  const { t } = useText()
  const importing = useImport(session, request, onImported)
  const { list, done, busy } = importing
  return (
    <ModalDialog open title={t('people.import.title')} onClose={onClose}>
      {done === null ? <ImportPreview {...importing} /> : <ImportCountsText counts={done.counts} repeated={done.repeated} done />}
      <OverlayActions>
        {done === null && list !== null ? <ImportButton {...importing} /> : null}
        {done === null ? (
          <FileButton
            look={list === null ? 'primary' : 'plain'}
            accept=".xlsx,.csv,.tsv,.txt,text/csv"
            disabled={busy}
            onFile={importing.chooseFile}
          >
            {t(list === null ? 'people.import.choose' : 'people.import.other')}
          </FileButton>
        ) : null}
        <Button look={done === null ? 'quiet' : 'primary'} onClick={onClose}>
          {t(done === null ? 'app.cancel' : 'people.done')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const ImportPreview = ({ list, refusal, busy, choose, match }: ImportState) => {
  const { t } = useText()
  const preview = list?.preview ?? null
  const found = list?.found ?? null
  return (
    <>
      <p className={styles.quiet}>
        {list === null ? (
          t('people.import.help')
        ) : (
          <Name>
            <strong>{list.file.name}</strong>
          </Name>
        )}
      </p>
      <p className={styles.quiet} role="status">
        {busy ? t('people.import.reading') : null}
      </p>
      <Refusal refusal={refusal} />
      {list === null || found === null ? null : <SourceChoice source={found.source} choices={list.choices} onChoose={choose} />}
      {preview === null || preview.faultCount > 0 ? null : <ImportCountsText counts={preview.counts} repeated={preview.repeated} />}
      {preview === null ? null : <ValueChoice preview={preview} onMatch={match} />}
      {preview === null ? null : <ListErrors preview={preview} />}
      {preview === null ? null : <LikelyDuplicates preview={preview} />}
      {list === null || found === null ? null : (
        <ColumnChoice headers={found.headers} choices={list.choices} preview={preview} open={preview === null} onChoose={choose} />
      )}
      {preview === null ? null : <ListSample preview={preview} />}
    </>
  )
}

/** Shows all errors of the columns at once, or the one reason why the file was refused. */
const Refusal = ({ refusal }: { refusal: ImportRefusal | null }) => {
  const { t } = useText()
  const columns = refusal === null ? null : readRefusedColumns(refusal)
  if (columns === null) return <RefusalText text={refusal === null ? null : getListErrorText(t, refusal.reason, refusal.details)} />
  return (
    <>
      {columns.columnFaults.map((fault) => (
        <RefusalText key={`${fault.field} ${fault.header}`} text={getColumnErrorText(t, fault)} />
      ))}
    </>
  )
}

/** The number of people that the import would change, or has changed. */
const ImportCountsText = ({ counts, repeated, done = false }: { counts: ImportCounts; repeated: boolean; done?: boolean }) => {
  const { t } = useText()
  const { fresh, changed, same, revoked, leftOut } = counts
  if (repeated) return <p role="status">{t('people.import.repeated')}</p>
  return (
    <p role="status">
      <Sentences>
        {t(done ? 'people.import.done' : 'people.import.counts', { fresh, changed, same })}
        {revoked > 0 ? t('people.import.leftOut', { n: revoked }) : null}
        {leftOut > 0 ? t('people.import.notComing', { n: leftOut }) : null}
        {!done && changed > 0 ? t('people.import.replaces') : null}
        {done ? null : t('people.import.stays')}
      </Sentences>
    </p>
  )
}

const ImportButton = ({ list, busy, submit }: ImportState) => {
  const { t } = useText()
  const preview = list?.preview ?? null
  const n = preview === null ? 0 : preview.counts.fresh + preview.counts.changed
  const ready = preview !== null && preview.faultCount === 0 && !preview.repeated && n > 0
  if (preview === null) return null
  return (
    <Button look="primary" disabled={!ready || busy} onClick={submit}>
      {t(busy ? 'app.sending' : 'people.import.go', { n })}
    </Button>
  )
}
