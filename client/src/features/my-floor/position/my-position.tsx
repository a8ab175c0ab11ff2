/** My position in the queue: the number, the wait, and on a phone who is before me. */
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useView } from '../../../session/hooks.tsx'
import { formatEntity } from '../../../text/labels.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { AheadList, PositionNumber } from '../../../ui/my-position.tsx'
import { useCalledBefore } from '../calling-order.ts'
import type { QueuedStatus } from '../my-status.ts'
import { MayNotReach } from './outlook.tsx'
import { useIsLastWord, useTimeWindowText } from './use-window.ts'

type MyPositionProps = { status: QueuedStatus }

export const MyPosition = ({ status: { entry, index } }: MyPositionProps) => {
  const { t, suffix, ordinal } = usePhoneText()
  const { wait, span } = useTimeWindowText(entry.id)
  const time = useIsLastWord() ? {} : { wait, window: span }
  const label = t('say.place', { place: ordinal(index + 1) })
  return (
    <>
      <PositionNumber label={label} number={index + 1} suffix={suffix(index + 1)} {...time} />
      <MayNotReach entry={entry.id} />
    </>
  )
}

/** At most this many people before me are named. For more, the text gives their number. */
const maxNamed = 3

/** Rights of reply that come first have no number. */
export const AheadOfMe = ({ status: { entry, index } }: MyPositionProps) => {
  const { t } = usePhoneText()
  const before = useCalledBefore(entry.id)
  const entries = useView((view) => view.entries)
  const nameOf = (row: EntryRow | undefined) => (row ? formatEntity(t, row) : '')
  const replies = before.length - index
  const shown = before
    .slice(0, maxNamed)
    .map((id, at) => ({ id, position: at < replies ? '' : at - replies + 1, who: nameOf(entries[id]) }))
  const between = before.length - shown.length
  const more = between > 0 ? [{ id: 'more', position: '…', who: t('me.more', { n: between }) }] : []
  return <AheadList label={t('me.before')} rows={[...shown, ...more, { id: 'me', position: index + 1, who: t('me.you'), isMe: true }]} />
}
