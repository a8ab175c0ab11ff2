/** Importing a list of people: choose the file, map its columns, check the preview, then import all rows or none. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { ColumnChoice } from './column-choice.tsx'
import styles from './import.module.css'
import { getListErrorText } from './list-error-text.ts'
import type { ImportCounts } from './list-preview.ts'
import { ListErrors, ListSample } from './list-sample.tsx'
import { type ImportState, useImport } from './use-import.ts'

type ImportDialogProps = { session: SessionId; onClose: () => void; onImported: () => void }

export const ImportDialog = ({ session, onClose, onImported }: ImportDialogProps) => {
  const { t } = useText()
  const importing = useImport(session, onImported)
  const { list, done, busy } = importing
  return (
    <ModalDialog open title={t('people.import.title')} onClose={onClose}>
      {done === null ? <ImportPreview {...importing} /> : <ImportCountsText counts={done.counts} repeated={done.repeated} done />}
      <OverlayActions>
        {done === null && list !== null ? <ImportButton {...importing} /> : null}
        {done === null ? (
          <FileButton
            look={list === null ? 'primary' : 'plain'}
            accept=".csv,.tsv,.txt,text/csv"
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

const ImportPreview = ({ list, refusal, busy, chooseColumns: setColumns }: ImportState) => {
  const { t } = useText()
  const preview = list?.preview ?? null
  return (
    <>
      <p className={styles.quiet}>
        {list === null ? (
          t('people.import.help')
        ) : (
          <bdi>
            <strong>{list.file.name}</strong>
          </bdi>
        )}
      </p>
      <p className={styles.quiet} role="status">
        {busy ? t('people.import.reading') : null}
      </p>
      <RefusalText text={refusal === null ? null : getListErrorText(t, refusal.reason, refusal.details)} />
      {preview === null ? null : <ImportCountsText counts={preview.counts} repeated={preview.repeated} />}
      {preview === null ? null : <ListErrors preview={preview} />}
      {list === null || list.headers.length === 0 ? null : <ColumnChoice {...list} open={preview === null} onChoose={setColumns} />}
      {preview === null ? null : <ListSample preview={preview} />}
    </>
  )
}

/** The number of people that the import would change, or has changed. */
const ImportCountsText = ({ counts, repeated, done = false }: { counts: ImportCounts; repeated: boolean; done?: boolean }) => {
  const { t } = useText()
  const { fresh, changed, same, revoked } = counts
  if (repeated) return <p role="status">{t('people.import.repeated')}</p>
  return (
    <p role="status">
      {t(done ? 'people.import.done' : 'people.import.counts', { fresh, changed, same })}{' '}
      {revoked > 0 ? t('people.import.leftOut', { n: revoked }) : null}
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
