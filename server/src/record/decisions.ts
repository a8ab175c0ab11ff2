/** What was decided on the way: one must know of it to read the figures. A step that was taken back is none. */

import type { CommandId, StepId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit, Event } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { isoOf, secondsOf } from './times.ts'

type Decision = SessionRecord['decisions'][number]

export function decisionsIn(commits: readonly Commit[]): SessionRecord['decisions'] {
  const undone = new Set<StepId | CommandId>(
    commits.flatMap(({ events }) => events.flatMap((event) => (event.type === 'steps.undone' ? [event.data.step] : []))),
  )
  return commits.flatMap(({ command, events, at }) =>
    undone.has(command.id) ? [] : events.flatMap((event) => decisionIn(event, at) ?? []),
  )
}

function decisionIn(event: Event, at: Instant): Decision | null {
  const decided = (what: Decision['what'], choice: string | null = null, seconds: number | null = null): Decision => ({
    at: isoOf(at),
    what,
    seconds,
    choice,
  })
  switch (event.type) {
    case 'floor.limited': {
      const { scope, limit } = event.data
      const whose = scope.kind === 'group' ? scope.group : scope.kind === 'channel' ? scope.channel : scope.kind
      return decided('limit', whose, limit === null ? null : secondsOf(limit))
    }
    case 'queue.ordered':
      return decided('order', event.data.mode)
    case 'agenda.adjusted':
      return decided('remedy', event.data.remedy)
    case 'session.suspended':
      return decided('suspended')
    case 'session.resumed':
      return decided('resumed')
    case 'queue.opened':
      return decided('list-opened')
    case 'queue.closed':
      return decided('list-closed')
    default:
      return null
  }
}
