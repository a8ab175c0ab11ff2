/**
 * The list of speakers on a phone: how many wait, counted as on every page, and everybody in the order of calling behind one press. Rights of
 * reply have no number.
 */
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useView } from '../../../session/hooks.tsx'
import { formatEntity } from '../../../text/labels.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { AheadList } from '../../../ui/my-position.tsx'
import { useCallingOrder } from '../calling-order.ts'

export const SpeakersFold = () => {
  const { t } = usePhoneText()
  const calling = useCallingOrder()
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const { entry, reply } = useView(({ myQueue }) => myQueue)
  const replies = calling.length - order.length
  const nameOf = (row: EntryRow | undefined) => (row ? formatEntity(t, row) : '')
  const rows = calling.map((id) => ({
    id,
    position: order.includes(id) ? order.indexOf(id) + 1 : '',
    who: nameOf(entries[id]),
    isMe: id === entry?.id || id === reply?.id,
  }))
  if (rows.length === 0) return null
  const waiting = t('me.waiting', { n: order.length })
  const count = replies === 0 ? waiting : t('pair.comma', { first: waiting, second: t('me.repliesWaiting', { n: replies }) })
  return (
    <Fold title={t('queue.title')} action={count}>
      <AheadList label={t('queue.title')} rows={rows} />
    </Fold>
  )
}
