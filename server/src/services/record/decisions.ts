/** The decisions during the session that explain the figures, and the rules of the list. Undone steps are left out. */

import type { CommandId, EntryId, StepId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit, Event, State } from '@rostrum/shared/contract/registry'
import { makeRecordTimes, type RecordTimes } from './times.ts'

type RecordDecision = SessionRecord['decisions'][number]
type RecordOrder = SessionRecord['order']
type OrderRule = RecordOrder['rules'][number]
type Taken = { readonly command: CommandId | StepId; readonly decision: RecordDecision }
type SetRule = { readonly command: CommandId | StepId; readonly rule: OrderRule }

export class DecisionHistory {
  readonly #taken: Taken[] = []
  readonly #rules: SetRule[] = []
  readonly #overtaken: { readonly command: CommandId | StepId; readonly times: number }[] = []
  readonly #undone = new Set<CommandId | StepId>()
  #limitAtOpening: number | null = null
  #openedBy: RecordDecision['by'] = null
  #closedBy: RecordDecision['by'] = null

  apply({ command: { id: command }, actor, events, at }: Commit, before: State, after: State): void {
    const times = makeRecordTimes(after.session.plan)
    const by = before.people.all.get(actor.person as never)?.office?.office ?? null
    for (const event of events) {
      if (event.type === 'steps.undone') this.#undone.add(event.data.step)
      this.#countOvertaken(command, event)
      if (event.type === 'session.opened') this.#openedBy = by
      if (event.type === 'session.closed') this.#closedBy = by
      if (event.type === 'session.reopened') this.#closedBy = null
      if (event.type === 'session.opened') this.#limitAtOpening = times.toSeconds(after.floor.limits.everyone)
      if (event.type === 'session.opened' || event.type === 'queue.order-set') {
        const { mode, suggestOnly } = after.queue
        this.#rules.push({ command, rule: { from: times.toIso(at), mode, suggestOnly } })
      }
      const decision = describeDecision(event, before, after, times)
      if (decision) this.#taken.push({ command, decision: makeDecision(times.toIso(at), by, decision) })
    }
  }

  build(): SessionRecord['decisions'] {
    return this.#taken.flatMap(({ command, decision }) => (this.#undone.has(command) ? [] : [decision]))
  }

  buildOrder({ queue, floor }: State, { toSeconds }: RecordTimes): RecordOrder {
    const rules = this.#rules.flatMap(({ command, rule }) => (this.#undone.has(command) ? [] : [rule]))
    return {
      openedBy: this.#openedBy,
      closedBy: this.#closedBy,
      rules: rules.filter(({ mode, suggestOnly }, index) => {
        const previous = rules[index - 1]
        return previous?.mode !== mode || previous.suggestOnly !== suggestOnly
      }),
      maxOvertakes: queue.maxOvertakes,
      mostOvertaken: Math.max(0, ...this.#overtaken.flatMap(({ command, times }) => (this.#undone.has(command) ? [] : [times]))),
      limitSeconds: this.#limitAtOpening ?? toSeconds(floor.limits.everyone),
    }
  }

  #countOvertaken(command: CommandId, event: Event): void {
    const entries = event.type === 'floor.called' ? [event.data.entry] : event.type === 'queue.not-reached' ? event.data.entries : []
    for (const entry of entries) if (entry && entry.timesOvertaken > 0) this.#overtaken.push({ command, times: entry.timesOvertaken })
  }
}

type Description = Pick<RecordDecision, 'what'> & Partial<Pick<RecordDecision, 'seconds' | 'choice' | 'moved'>>

const makeDecision = (
  at: string,
  by: RecordDecision['by'],
  { what, seconds = null, choice = null, moved = null }: Description,
): RecordDecision => ({ at, what, by, seconds, choice, moved })

function describeDecision(event: Event, before: State, after: State, { toSeconds }: RecordTimes): Description | null {
  switch (event.type) {
    case 'floor.limit-set': {
      const { scope, limit } = event.data
      const choice = scope.kind === 'group' ? scope.group : scope.kind === 'channel' ? scope.channel : scope.kind
      return { what: 'limit', choice, seconds: limit === null ? null : toSeconds(limit) }
    }
    case 'queue.order-set':
      return { what: 'order', choice: event.data.mode }
    case 'agenda.adjusted':
      return { what: 'remedy', choice: event.data.remedy }
    case 'queue.moved': {
      const { entry: request } = event.data
      return { what: 'moved', moved: { request, from: findPosition(before, request), to: findPosition(after, request) } }
    }
    case 'session.suspended':
      return { what: 'suspended' }
    case 'session.resumed':
      return { what: 'resumed' }
    case 'floor.ended':
      return event.data.ruling ? { what: 'ruling', choice: before.floor.current?.kind ?? null } : null
    case 'queue.opened':
      return { what: 'list-opened' }
    case 'queue.closed':
      return { what: 'list-closed' }
    default:
      return null
  }
}

/** Returns the position in the order, counted from 1. */
const findPosition = ({ queue }: State, id: EntryId): number => queue.order.findIndex(({ entry }) => entry === id) + 1
