import { getCloseFinalAt } from '../../contract/closing.ts'
import type { SeenChange, TopicMessage } from './seen-change.ts'

/** `finalAt`: until then the close can be taken back, and the record with it. */
export function listRecordMessages(change: SeenChange): readonly TopicMessage<'record'>[] {
  const session = change.compare('session')
  if (session === null || (session.from.phase === 'closed') === (session.to.phase === 'closed')) return []
  const { closedAt } = session.to
  return closedAt === null
    ? [{ type: 'record.reopened', about: '', data: {} }]
    : [{ type: 'record.ready', about: '', data: { finalAt: getCloseFinalAt(closedAt) } }]
}
