/** Requests that were not reached, each with the statement sent in its place. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { listCountedRequests, type RecordRequest, type RecordStatement } from './record-rows.ts'

export type NotReachedRow = {
  readonly request: RecordRequest
  readonly statement: RecordStatement | null
  /** Counted in "6 were not reached". Programme speakers, rights of reply and points of order are not counted. */
  readonly counted: boolean
}

export function listNotReached(record: SessionRecord): readonly NotReachedRow[] {
  const counted = new Set(listCountedRequests(record))
  const statements = new Map(record.statements.flatMap((statement) => (statement.request === null ? [] : [[statement.request, statement]])))
  return record.requests
    .filter(({ outcome }) => outcome === 'not-reached')
    .map((request) => ({ request, statement: statements.get(request.id) ?? null, counted: counted.has(request) }))
}
