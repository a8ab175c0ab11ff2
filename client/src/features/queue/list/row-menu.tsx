/** What can be done with one who waits, behind the three dots of the row. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import type { RowActs } from './row-actions.ts'
import { type Asking, asking, type RowChoice, rowChoices, separated } from './row-choices.ts'

type RowMenuProps = {
  id: EntryId
  row: EntryRow
  /** Counted from 0; null outside the line. */
  index: number | null
  acts: RowActs
}

export const RowMenu = ({ id, row, index, acts }: RowMenuProps) => {
  const { t } = useText()
  const send = useSend()
  const expectedCurrent = useView(({ floor }) => floor.current?.id ?? null)
  const expectedNext = useView(({ list }) => list.next)
  const callable = useCallable()
  const count = useView(({ line }) => line.length)
  const interventions = useView(({ entries }) => Object.values(entries).filter((one) => one?.kind === 'intervention').length)
  const joint = useView((view) => view.joint)
  const entries = rowChoices(t, {
    row,
    place: index === null ? null : { index, count },
    callable,
    others: interventions - 1,
    joint: (joint ?? []).filter(({ into }) => into === id),
  })
  const act = (choice: RowChoice) => {
    const apart = separated(choice)
    if (apart !== null) return void send({ type: 'queue.separate', data: { entry: apart } })
    if (isAsking(choice)) return acts.ask(choice, id)
    if (choice === 'up' || choice === 'down') return acts.move(id, choice === 'up' ? -1 : 1)
    if (choice === 'call' || choice === 'last-word')
      return void send({ type: `floor.${choice}`, data: { entry: id, expectedCurrent, expectedNext } })
    if (choice === 'unpin' || choice === 'hold' || choice === 'return') void send({ type: `queue.${choice}`, data: { entry: id } })
  }
  return <MenuButton label={t('app.moreFor', { who: row.entity })} entries={entries} onAction={act} offTab />
}

const isAsking = (choice: RowChoice): choice is Asking => asking.some((one) => one === choice)

/** Not while a point of order has the floor, nor before whoever is called has started or gone. */
const useCallable = (): boolean =>
  useView(
    ({ floor, session }) =>
      session.phase === 'open' &&
      floor.interrupted === null &&
      floor.current?.kind !== 'point-of-order' &&
      floor.current?.startedAt !== null,
  )
