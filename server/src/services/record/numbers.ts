/** The numbers that people read in the report. Interventions come first, by their start, then the requests that were not heard. */
import { countsAsIntervention, isForSpeaker } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { UnnumberedRequest } from './request-history.ts'
import type { UnnumberedTurn } from './turns.ts'

export function numberTurns(turns: readonly UnnumberedTurn[]): SessionRecord['turns'] {
  const numbers = countInOrder(
    turns
      .filter(({ kind }) => isForSpeaker(kind))
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0))
      .map(({ id }) => id),
    1,
  )
  return turns.map(({ id, ...turn }) => ({ id, number: numbers.get(id) ?? 0, ...turn }))
}

/**
 * Numbers requests: those not reached first, then every other request without an intervention. Both are in the order in which they were
 * made.
 */
export function numberRequests(requests: readonly UnnumberedRequest[], turns: SessionRecord['turns']): SessionRecord['requests'] {
  const numberOfTurn = new Map(turns.map(({ id, number }) => [id, number]))
  const without = requests.filter(({ kind, turn }) => countsAsIntervention(kind) && turn === null)
  const numbers = countInOrder(
    [...without.filter(({ outcome }) => outcome === 'not-reached'), ...without.filter(({ outcome }) => outcome !== 'not-reached')].map(
      ({ id }) => id,
    ),
    Math.max(0, ...numberOfTurn.values()) + 1,
  )
  return requests.map(({ id, ...request }) => ({
    id,
    number: (request.turn === null ? numbers.get(id) : numberOfTurn.get(request.turn)) ?? 0,
    ...request,
  }))
}

const countInOrder = (ids: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, first + index]))
