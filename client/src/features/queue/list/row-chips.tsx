/** Facts about an entry other than its name and position: chips after the cause, and below it who else the speaker represents. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { getEntryRule } from '@rostrum/shared/contract/kinds'
import { selectRowLimit } from '@rostrum/shared/projection/queue/forecast'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { joinNames } from '../../../text/name-list.ts'
import { getSuggestionText } from '../../../text/position-cause-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Name } from '../../../ui/written.tsx'
import { NoSignalChip } from '../../../widgets/no-signal.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { ToConfirmChip } from '../../../widgets/to-confirm.tsx'
import styles from '../queue.module.css'

export const RowChips = ({ id, row }: { id: EntryId; row: EntryRow }) => {
  const { t } = useText()
  const sent = useSessionStore(({ pending }) => pending.find(({ envelope }) => 'entry' in envelope.data && envelope.data.entry === id))
  return (
    <>
      {row.ready ? (
        <Chip tone="good" icon="check">
          {t('queue.ready')}
        </Chip>
      ) : null}
      <ToConfirmChip of={row} />
      <SuggestionChip id={id} />
      {row.inProgramme ? <Chip>{t('queue.programme')}</Chip> : null}
      {row.staff?.held ? <Chip>{t('queue.notNow')}</Chip> : null}
      {row.missedCalls > 0 ? <Chip tone="warn">{t('queue.notHere')}</Chip> : null}
      <NoSignalChip person={row.staff?.person} />
      <OwnLimitChip row={row} />
      {sent === undefined ? null : (
        <Chip tone="accent">
          <PendingText pending={sent} />
        </Chip>
      )}
    </>
  )
}

/** Texts of any length, in lines of their own. The topic that the speaker has named is one line, which gives way before the sixth row. */
export const RowRemarks = ({ row }: { row: EntryRow }) => {
  const { t, language } = useText()
  const topic = row.staff?.topic
  return (
    <>
      {topic ? (
        <p className={styles.topic} title={topic}>
          {t('me.note', { topic })}
        </p>
      ) : null}
      {row.onBehalfOf.length === 0 ? null : (
        <p className={styles.behalf}>{t('queue.behalf', { names: joinNames(language, row.onBehalfOf) })}</p>
      )}
      {row.staff?.note ? (
        <Chip icon="note">
          <Name className={styles.note}>{row.staff.note}</Name>
        </Chip>
      ) : null}
    </>
  )
}

const SuggestionChip = ({ id }: { id: EntryId }) => {
  const { t } = useText()
  const suggestion = useView((view) => view.suggestion)
  const maxOvertakes = useView(({ queue }) => queue.maxOvertakes)
  return suggestion?.entry === id ? <Chip>{getSuggestionText(t, suggestion.cause, maxOvertakes)}</Chip> : null
}

/** Only if it differs from the limit that everybody has. */
const OwnLimitChip = ({ row }: { row: EntryRow }) => {
  const { t } = useText()
  const limit = useView(({ floor: { limits } }) => {
    const own = getEntryRule(row.kind).limit === null ? selectRowLimit(limits, row) : limits.everyone
    return own === limits.everyone ? null : own
  })
  if (limit === null) return null
  return <Chip icon="clock">{t('queue.ownLimit', { limit: formatDuration(limit) })}</Chip>
}
