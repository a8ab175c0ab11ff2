/** The actions on an entry, behind the three dots of its row. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { interrupts, waitsInOrder } from '@rostrum/shared/contract/kinds'
import { memo } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { MenuFrame, MenuOptions } from '../../../ui/menu.tsx'
import type { QueueRowActions } from './row-actions.ts'
import { type DialogAction, dialogActions, listRowChoices, parseSeparate, type RowChoice } from './row-choices.ts'

type RowMenuProps = { id: EntryId; entity: string; actions: QueueRowActions }

/** A closed menu follows nothing in the session, because a long list has many menus. */
export const RowMenu = memo((props: RowMenuProps) => {
  const { t } = useText()
  return (
    <MenuFrame label={t('app.moreFor', { who: props.entity })} offTab>
      <RowMenuOptions {...props} />
    </MenuFrame>
  )
})

const RowMenuOptions = ({ id, entity, actions }: RowMenuProps) => {
  const { t } = useText()
  const send = useSend('queue')
  const row = useView((view) => view.entries[id])
  const index = useView(({ order }) => order.indexOf(id))
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const expectedNext = useView(({ queue }) => queue.next)
  const callable = useCanCall()
  const count = useView(({ order }) => order.length)
  const interventions = useView(({ entries }) => Object.values(entries).filter((one) => waitsInOrder(one?.kind)).length)
  const joint = useView((view) => view.jointEntries)
  if (!row) return null
  const options = listRowChoices(t, {
    row,
    position: index < 0 ? null : { index, count },
    canCall: callable,
    others: interventions - 1,
    jointEntries: (joint ?? []).filter(({ into }) => into === id),
  })
  const choose = (choice: RowChoice) => {
    const separateEntry = parseSeparate(choice)
    if (separateEntry !== null) return void send({ type: 'queue.separate', data: { entry: separateEntry } })
    if (opensDialog(choice)) return actions.openDialog(choice, id)
    if (choice === 'up' || choice === 'down') return actions.move(id, choice === 'up' ? -1 : 1)
    if (choice === 'call' || choice === 'call-last')
      return void send({ type: `floor.${choice}`, data: { entry: id, expectedCurrent, expectedNext } })
    if (choice === 'unpin' || choice === 'hold' || choice === 'return') void send({ type: `queue.${choice}`, data: { entry: id } })
  }
  return <MenuOptions label={t('app.moreFor', { who: entity })} options={options} onAction={choose} />
}

const opensDialog = (choice: RowChoice): choice is DialogAction => dialogActions.some((one) => one === choice)

/** False while a point of order has the floor, or while a called speaker has neither started nor left. */
const useCanCall = (): boolean =>
  useView(
    ({ floor, session }) =>
      session.phase === 'open' && floor.interrupted === null && !interrupts(floor.current?.kind) && floor.current?.startedAt !== null,
  )
