/** Who asked and was not reached, each with the text that was sent in its place. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { askedIn, type Request, type Statement } from './record-rows.ts'

export type Unreached = {
  readonly request: Request
  readonly statement: Statement | null
  /** Counted in "6 were not reached"; others were listed, or wanted a reply or a point of order. */
  readonly counted: boolean
}

export function notReachedIn(record: SessionRecord): readonly Unreached[] {
  const counted = new Set(askedIn(record))
  const filed = new Map(record.statements.flatMap((statement) => (statement.request === null ? [] : [[statement.request, statement]])))
  return record.requests
    .filter(({ outcome }) => outcome === 'not-reached')
    .map((request) => ({ request, statement: filed.get(request.id) ?? null, counted: counted.has(request) }))
}
