/** Decisions during the session that explain the figures. Undone steps are left out. */

import type { CommandId, StepId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit, Event } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { toIso, toSeconds } from './times.ts'

type RecordDecision = SessionRecord['decisions'][number]

export function buildDecisions(commits: readonly Commit[]): SessionRecord['decisions'] {
  const undone = new Set<StepId | CommandId>(
    commits.flatMap(({ events }) => events.flatMap((event) => (event.type === 'steps.undone' ? [event.data.step] : []))),
  )
  return commits.flatMap(({ command, events, at }) =>
    undone.has(command.id) ? [] : events.flatMap((event) => toDecision(event, at) ?? []),
  )
}

function toDecision(event: Event, at: Instant): RecordDecision | null {
  const makeDecision = (what: RecordDecision['what'], choice: string | null = null, seconds: number | null = null): RecordDecision => ({
    at: toIso(at),
    what,
    seconds,
    choice,
  })
  switch (event.type) {
    case 'floor.limit-set': {
      const { scope, limit } = event.data
      const scopeName = scope.kind === 'group' ? scope.group : scope.kind === 'channel' ? scope.channel : scope.kind
      return makeDecision('limit', scopeName, limit === null ? null : toSeconds(limit))
    }
    case 'queue.order-set':
      return makeDecision('order', event.data.mode)
    case 'agenda.adjusted':
      return makeDecision('remedy', event.data.remedy)
    case 'session.suspended':
      return makeDecision('suspended')
    case 'session.resumed':
      return makeDecision('resumed')
    case 'queue.opened':
      return makeDecision('list-opened')
    case 'queue.closed':
      return makeDecision('list-closed')
    default:
      return null
  }
}
