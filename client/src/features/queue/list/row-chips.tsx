/** What is to be known of one who waits, beside name and place: chips behind the name, and for whom else they speak. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useNow, useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { namesText } from '../../../text/name-list.ts'
import { suggestionWords } from '../../../text/position-cause-text.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from '../queue.module.css'

export const RowStates = ({ id, row }: { id: EntryId; row: EntryRow }) => {
  const { t, language } = useText()
  const sending = useScreen(
    ({ pending }) => pending.find(({ envelope }) => 'entry' in envelope.data && envelope.data.entry === id)?.standing,
  )
  const away = useView(({ presence }) => (row.desk?.person ? presence.away?.[row.desk.person] : undefined))
  return (
    <>
      {row.ready ? (
        <Chip tone="good" icon="check">
          {t('queue.ready')}
        </Chip>
      ) : null}
      <Suggested id={id} />
      {row.moved === null || row.moved === undefined ? null : (
        <Chip icon="pin">{t(row.moved === 'chair' ? 'queue.movedByChair' : 'queue.changedPlaces')}</Chip>
      )}
      {row.listed ? <Chip>{t('queue.listed')}</Chip> : null}
      {row.desk?.held ? <Chip>{t('queue.notNow')}</Chip> : null}
      {row.absent > 0 ? <Chip tone="warn">{t('queue.notHere')}</Chip> : null}
      {away === undefined ? null : <NoSignal since={away} />}
      <OwnLimit row={row} />
      {row.desk?.note ? (
        <Chip icon="note">
          <bdi className={styles.note}>{row.desk.note}</bdi>
        </Chip>
      ) : null}
      {sending === undefined ? null : <Chip tone="accent">{t(sending === 'sending' ? 'app.sending' : 'app.waiting')}</Chip>}
      {row.behalf.length === 0 ? null : (
        <span className={styles.behalf}>{t('queue.behalf', { names: namesText(language, row.behalf) })}</span>
      )}
    </>
  )
}

const Suggested = ({ id }: { id: EntryId }) => {
  const { t } = useText()
  const suggestion = useView((view) => view.suggestion)
  const overtakes = useView(({ list }) => list.overtakes)
  return suggestion?.entry === id ? <Chip>{suggestionWords(t, suggestion.cause, overtakes)}</Chip> : null
}

/** Where it differs from what everybody has. */
const OwnLimit = ({ row }: { row: EntryRow }) => {
  const { t } = useText()
  const everyone = useView(({ floor }) => floor.limits?.everyone)
  if (row.kind !== 'intervention' || row.limit === undefined || row.limit === everyone) return null
  return <Chip icon="clock">{t('queue.ownLimit', { limit: lengthText(row.limit) })}</Chip>
}

/** Counted in steps of ten, so that it informs and does not fidget. */
const NoSignal = ({ since }: { since: number }) => {
  const { t } = useText()
  const now = useNow(5000)
  const n = Math.max(0, Math.round((now - since) / 10_000) * 10)
  if (n === 0) return null
  return (
    <Chip tone="warn" icon="nosignal">
      {t('queue.noSignal', { n })}
    </Chip>
  )
}
