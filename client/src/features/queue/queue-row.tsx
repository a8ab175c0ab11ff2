/** One who waits: who, group, why here, from where and since when; what can be done is behind the three dots. */
import type { Place } from '@rostrum/shared/contract/queue'
import type { EntryId } from '@rostrum/shared/kernel/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue'
import { memo } from 'react'
import { groupIn } from '../../session/groups.ts'
import { useNow, useSend, useView } from '../../session/hooks.tsx'
import { useScreen } from '../../session/store.ts'
import { groupName } from '../../text/group-name.ts'
import { reasonWords } from '../../text/reason.ts'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Channel } from '../../ui/channel.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'

type RowProps = {
  id: EntryId
  row: EntryRow
  /** Null for somebody who said "not now": kept, without a place. */
  place: Place | null
  index: number
  after: boolean
  /** The one row that the tab key stops at. */
  stop: boolean
  onRemove: (id: EntryId) => void
}

type Choice = 'call' | 'hold' | 'return' | 'remove'

export const QueueRow = memo(({ id, row, place, index, after, stop, onRemove }: RowProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const overtakes = useView(({ list }) => list.overtakes)
  const sending = useScreen(({ pending }) => pending.find(({ envelope }) => 'entry' in envelope.data && envelope.data.entry === id))
  const group = groupIn(session.groups, row.group)
  const why = place ? reasonWords(t, place, overtakes) : t('queue.why.held')
  const from = row.desk?.door ?? row.channel
  const name = row.desk?.name
  return (
    <ListRow
      tabIndex={stop ? 0 : -1}
      data-row={id}
      place={place ? index + 1 : null}
      who={name ? `${row.entity}, ${name}` : row.entity}
      states={<States row={row} sending={sending?.standing} />}
      mark={group?.mark}
      why={group ? t('queue.groupAndWhy', { group: groupName(t, group), why }) : why}
      from={<Channel from={from}>{t(`channel.${from}`)}</Channel>}
      when={t('queue.askedAt', { time: timeOfDay(row.askedAt, session.timeZone) })}
      actions={<RowMenu id={id} row={row} onRemove={onRemove} />}
      next={place !== null && index === 0}
      after={after}
    />
  )
})

const States = ({ row, sending }: { row: EntryRow; sending: 'sending' | 'waiting' | undefined }) => {
  const { t } = useText()
  const away = useView(({ presence }) => (row.desk?.person ? presence.away?.[row.desk.person] : undefined))
  return (
    <>
      {row.ready ? (
        <Chip tone="good" icon="check">
          {t('queue.ready')}
        </Chip>
      ) : null}
      {row.desk?.held ? <Chip>{t('queue.notNow')}</Chip> : null}
      {row.absent > 0 ? <Chip tone="warn">{t('queue.notHere')}</Chip> : null}
      {away === undefined ? null : <NoSignal since={away} />}
      {row.desk?.note ? (
        <Chip icon="note">
          <bdi>{row.desk.note}</bdi>
        </Chip>
      ) : null}
      {sending === undefined ? null : <Chip tone="accent">{t(sending === 'sending' ? 'app.sending' : 'app.waiting')}</Chip>}
    </>
  )
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

const RowMenu = ({ id, row, onRemove }: Pick<RowProps, 'id' | 'row' | 'onRemove'>) => {
  const { t } = useText()
  const send = useSend()
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const callable = useView(
    ({ floor }) => floor.interrupted === null && floor.current?.kind !== 'point-of-order' && floor.current?.startedAt !== null,
  )
  const expectedNext = useView(({ line }) => line[0]?.entry ?? null)
  const held = row.desk?.held ?? false
  const entries: readonly MenuEntry<Choice>[] = [
    ...(held ? [] : [{ id: 'call', label: t('queue.call'), disabled: !callable } as const]),
    held ? { id: 'return', label: t('queue.return') } : { id: 'hold', label: t('queue.hold') },
    { id: 'remove', label: t('queue.remove'), danger: true },
  ]
  const act = (choice: Choice) => {
    if (choice === 'call') void send({ type: 'floor.call', data: { entry: id, expectedCurrent, expectedNext } })
    else if (choice === 'remove') onRemove(id)
    else void send({ type: choice === 'hold' ? 'queue.hold' : 'queue.return', data: { entry: id } })
  }
  return <MenuButton label={t('app.moreFor', { who: row.entity })} entries={entries} onAction={act} offTab />
}
