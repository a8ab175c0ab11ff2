import type { EntryId } from '../../contract/ids.ts'
import { isEqual } from '../../kernel/equality.ts'
import type { SeenChange, SeenEnd, TopicMessage } from './seen-change.ts'

/** The number of requests in a message. The view has all of them. */
const maxNext = 5

/** Reports who comes next and how many wait, when either has changed while the list can be used. */
export function listOrderMessages(change: SeenChange): readonly TopicMessage<'list'>[] {
  const [order, queue] = [change.compare('order'), change.compare('queue')]
  if (order === null || queue === null || change.read('session').phase === 'planned') return []
  const [from, to] = (['from', 'to'] as const).map((end) => ({
    waiting: queue[end].waiting,
    next: order[end].slice(0, maxNext).flatMap((entry) => describeEntry(change, entry, end)),
  }))
  if (to === undefined || isEqual(from, to)) return []
  return [{ type: 'list.changed', about: to.next[0]?.entity ?? '', data: to }]
}

const describeEntry = (change: SeenChange, id: EntryId, end: SeenEnd) => {
  const row = change.readEntry(id, end)
  if (row === undefined) return []
  const { kind, entity, number, group, channel, onBehalfOf, language, toConfirm, staff } = row
  const person = staff && { person: staff.person }
  return [
    { id, kind, entity, number, group, channel, onBehalfOf, ...(language && { language }), ...(toConfirm && { toConfirm }), ...person },
  ]
}
