/** Requests compared with turns, by group, channel and entity, so that the staff see who has not spoken. Only interventions count. */
import type { FloorState, PastTurn } from '../../contract/floor.ts'
import type { GroupId } from '../../contract/ids.ts'
import type { FloorGiven, QueueState } from '../../contract/queue.ts'
import { type Channel, channels } from '../../contract/roles.ts'
import { type Millis, sumMillis, zeroMillis } from '../../kernel/time.ts'
import { groupBy } from '../memo.ts'

export type BalanceView = { readonly groups: readonly BalanceShare<GroupId>[]; readonly channels: readonly BalanceShare<Channel>[] }
export type BalanceShare<Of> = { readonly key: Of; readonly requests: number; readonly turns: number; readonly used: Millis }

export type EntityShare = {
  readonly entity: string
  readonly group: GroupId | null
  readonly requests: number
  readonly turns: number
  readonly used: Millis
  /** Total time over the limit. */
  readonly over: Millis
}

const listInterventions = ({ past }: FloorState): readonly PastTurn[] => past.filter(({ kind }) => kind === 'intervention')
const sumUsed = (turns: readonly PastTurn[]): Millis => sumMillis(...turns.map(({ used }) => used))
const sumOvertime = (turns: readonly PastTurn[]): Millis =>
  sumMillis(...turns.map(({ used, limit }) => (used > limit ? sumMillis(used, -limit as Millis) : zeroMillis)))

export const computeBalance = (queue: QueueState, floor: FloorState, groups: readonly GroupId[]): BalanceView => {
  const turns = listInterventions(floor)
  const makeShare = <Of>(
    key: Of,
    matchesRequest: (request: FloorGiven) => boolean,
    matchesTurn: (turn: PastTurn) => boolean,
  ): BalanceShare<Of> => {
    const ownTurns = turns.filter(matchesTurn)
    return { key, requests: queue.requests.filter(matchesRequest).length, turns: ownTurns.length, used: sumUsed(ownTurns) }
  }
  return {
    groups: groups.map((id) =>
      makeShare(
        id,
        ({ group }) => group === id,
        ({ speaker }) => speaker?.group === id,
      ),
    ),
    channels: channels.map((one) =>
      makeShare(
        one,
        ({ channel }) => channel === one,
        ({ speaker }) => speaker?.channel === one,
      ),
    ),
  }
}

/** Every entity that asked or spoke, most time used first. A joint statement counts for the entity that speaks. */
export const computeEntityShares = (queue: QueueState, floor: FloorState): readonly EntityShare[] => {
  const turns = groupBy(listInterventions(floor), ({ speaker }) => speaker?.entity ?? '')
  const requests = groupBy(queue.requests, ({ entities }) => entities[0] ?? '')
  return [...new Set([...turns.keys(), ...requests.keys()])]
    .map((entity): EntityShare => {
      const [ownTurns, ownRequests] = [turns.get(entity) ?? [], requests.get(entity) ?? []]
      const group = ownTurns[0]?.speaker?.group ?? ownRequests[0]?.group ?? null
      return { entity, group, requests: ownRequests.length, turns: ownTurns.length, used: sumUsed(ownTurns), over: sumOvertime(ownTurns) }
    })
    .sort((a, b) => b.used - a.used || b.turns - a.turns || b.requests - a.requests)
}
