/** A list of people: chosen, its columns understood, looked at, and imported whole or not at all. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { ColumnChoice } from './column-choice.tsx'
import styles from './import.module.css'
import { fileWords } from './list-error-text.ts'
import type { Counts } from './list-preview.ts'
import { ListFaults, ListSample } from './list-sample.tsx'
import { type Importing, useImport } from './use-import.ts'

type ImportDialogProps = { session: SessionId; onClose: () => void; onImported: () => void }

export const ImportDialog = ({ session, onClose, onImported }: ImportDialogProps) => {
  const { t } = useText()
  const importing = useImport(session, onImported)
  const { looked, done, busy } = importing
  return (
    <ModalDialog open title={t('people.import.title')} onClose={onClose}>
      {done === null ? <Looking {...importing} /> : <CountsLine counts={done.counts} repeated={done.repeated} done />}
      <OverlayActions>
        {done === null && looked !== null ? <Go {...importing} /> : null}
        {done === null ? (
          <FileButton look={looked === null ? 'primary' : 'plain'} accept=".csv,.tsv,.txt,text/csv" disabled={busy} onFile={importing.take}>
            {t(looked === null ? 'people.import.choose' : 'people.import.other')}
          </FileButton>
        ) : null}
        <Button look={done === null ? 'quiet' : 'primary'} onClick={onClose}>
          {t(done === null ? 'app.cancel' : 'people.done')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const Looking = ({ looked, refused, busy, choose }: Importing) => {
  const { t } = useText()
  const preview = looked?.preview ?? null
  return (
    <>
      <p className={styles.quiet}>
        {looked === null ? (
          t('people.import.help')
        ) : (
          <bdi>
            <strong>{looked.file.name}</strong>
          </bdi>
        )}
      </p>
      <p className={styles.quiet} role="status">
        {busy ? t('people.import.reading') : null}
      </p>
      <Refusal words={refused === null ? null : fileWords(t, refused.why, refused.more)} />
      {preview === null ? null : <CountsLine counts={preview.counts} repeated={preview.repeated} />}
      {preview === null ? null : <ListFaults preview={preview} />}
      {looked === null || looked.headers.length === 0 ? null : <ColumnChoice {...looked} open={preview === null} onChoose={choose} />}
      {preview === null ? null : <ListSample preview={preview} />}
    </>
  )
}

/** How many it would touch, or has. */
const CountsLine = ({ counts, repeated, done = false }: { counts: Counts; repeated: boolean; done?: boolean }) => {
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

const Go = ({ looked, busy, go }: Importing) => {
  const { t } = useText()
  const preview = looked?.preview ?? null
  const n = preview === null ? 0 : preview.counts.fresh + preview.counts.changed
  const ready = preview !== null && preview.faultCount === 0 && !preview.repeated && n > 0
  if (preview === null) return null
  return (
    <Button look="primary" disabled={!ready || busy} onClick={go}>
      {t(busy ? 'app.sending' : 'people.import.go', { n })}
    </Button>
  )
}
