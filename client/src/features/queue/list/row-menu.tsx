/** The actions on an entry, behind the three dots of its row. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { interrupts, waitsInOrder } from '@rostrum/shared/contract/kinds'
import { memo } from 'react'
import { usePermission, useSend, useView } from '../../../session/hooks.tsx'
import { useTypedNames } from '../../../session/typed-names.ts'
import { getSpeakerName } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuFrame, MenuOptions } from '../../../ui/menu.tsx'
import { formatRowName } from '../../../widgets/row-name.ts'
import { useIsToConfirm } from '../../../widgets/to-confirm.tsx'
import type { QueueRowActions } from './row-actions.ts'
import { type DialogAction, dialogActions, listRowChoices, parseSeparate, type RowChoice } from './row-choices.ts'

/** `rank`: its number among all rows. A button rests when its row has moved. */
type RowMenuProps = { id: EntryId; entity: string; rank: number; actions: QueueRowActions }

/** A closed menu follows nothing in the session, because a long list has many menus. */
export const RowMenu = memo((props: RowMenuProps) => {
  const { t } = useText()
  const label = t('app.moreFor', { who: props.entity })
  return (
    <MenuFrame label={label} means={`${label} ${props.rank}`} look={{ size: 'normal' }} offTab isBeside>
      <RowMenuOptions {...props} />
    </MenuFrame>
  )
})

const RowMenuOptions = ({ id, entity, actions }: Omit<RowMenuProps, 'rank'>) => {
  const { t } = useText()
  const send = useSend('queue')
  const row = useView((view) => view.entries[id])
  const index = useView(({ order }) => order.indexOf(id))
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const expectedNext = useView(({ queue }) => queue.next)
  const callable = useCanCall()
  const speaking = useView(({ floor: { current } }) => (current ? getSpeakerName(t, current) : null))
  const count = useView(({ order }) => order.length)
  const interventions = useView(({ entries }) => Object.values(entries).filter((one) => waitsInOrder(one?.kind)).length)
  const joint = useView((view) => view.jointEntries)
  const isUnconfirmed = useIsToConfirm(row?.number)
  const mayConfirm = usePermission('people.confirm')
  const names = useTypedNames()
  if (!row) return null
  const options = listRowChoices(t, {
    row,
    position: index < 0 ? null : { index, count },
    canCall: callable,
    ends: speaking,
    others: interventions - 1,
    isToConfirm: isUnconfirmed && mayConfirm,
    jointEntries: (joint ?? []).filter(({ into }) => into === id),
  })
  const choose = (choice: RowChoice) => {
    const separateEntry = parseSeparate(choice)
    if (separateEntry !== null) return void send({ type: 'queue.separate', data: { entry: separateEntry } })
    if (opensDialog(choice)) return actions.openDialog(choice, id)
    if (choice === 'up' || choice === 'down') return actions.move(id, choice === 'up' ? -1 : 1)
    if (choice === 'call' || choice === 'call-last')
      return void send({ type: `floor.${choice}`, data: { entry: id, expectedCurrent, expectedNext } })
    if (choice === 'confirm' && row.staff?.person) return void send({ type: 'people.confirm', data: { person: row.staff.person } })
    if (choice === 'unpin' || choice === 'hold' || choice === 'return') void send({ type: `queue.${choice}`, data: { entry: id } })
  }
  return <MenuOptions label={t('app.moreFor', { who: entity })} title={formatRowName(t, row, names)} options={options} onAction={choose} />
}

const opensDialog = (choice: RowChoice): choice is DialogAction => dialogActions.some((one) => one === choice)

/** False while a point of order has the floor, or while a called speaker has neither started nor left. */
const useCanCall = (): boolean =>
  useView(
    ({ floor, session }) =>
      session.phase === 'open' && floor.interrupted === null && !interrupts(floor.current?.kind) && floor.current?.startedAt !== null,
  )
