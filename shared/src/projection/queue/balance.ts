/** Requests compared with turns, by group, channel and entity, so that the staff see who has not spoken. Only interventions count. */

import { type Channel, channels } from '../../contract/channels.ts'
import type { FloorState, PastTurn } from '../../contract/floor.ts'
import type { GroupId } from '../../contract/ids.ts'
import { countsAsIntervention } from '../../contract/kinds.ts'
import type { QueueState } from '../../contract/queue.ts'
import { type Millis, sumMillis, zeroMillis } from '../../kernel/time.ts'
import { groupBy, memoize, memoizeGrowing } from '../memo.ts'

export type BalanceView = { readonly groups: readonly BalanceShare<GroupId>[]; readonly channels: readonly BalanceShare<Channel>[] }
export type BalanceShare<Of> = { readonly key: Of; readonly requests: number; readonly turns: number; readonly used: Millis }

export type EntityShare = {
  readonly entity: string
  readonly group: GroupId | null
  readonly requests: number
  readonly turns: number
  readonly used: Millis
  /** The total time over the limit. */
  readonly over: Millis
}

const listInterventions = memoize((past: FloorState['past']): readonly PastTurn[] => past.filter(({ kind }) => countsAsIntervention(kind)))
const sumUsed = (turns: readonly PastTurn[]): Millis => sumMillis(...turns.map(({ used }) => used))
const sumOvertime = (turns: readonly PastTurn[]): Millis =>
  sumMillis(...turns.map(({ used, limit }) => (used > limit ? sumMillis(used, -limit as Millis) : zeroMillis)))

type Requests = QueueState['requests']

/** Counts the requests of each group. */
const countByGroup = memoizeGrowing(
  (requests: Requests): ReadonlyMap<GroupId | null, number> =>
    new Map([...groupBy(requests, ({ group }) => group)].map(([group, own]) => [group, own.length])),
  (counts, { group }) => new Map(counts).set(group, (counts.get(group) ?? 0) + 1),
)
const groupTurns = memoize((past: FloorState['past']) => ({
  byGroup: groupBy(listInterventions(past), ({ speaker }) => speaker?.group ?? null),
  byEntity: groupBy(listInterventions(past), ({ speaker }) => speaker?.entity ?? ''),
}))

export const computeBalance = (
  { requests, requestsByChannel }: QueueState,
  { past }: FloorState,
  groups: readonly GroupId[],
): BalanceView => {
  const makeShare = <Of>(key: Of, requestCount: number, turns: readonly PastTurn[]): BalanceShare<Of> => ({
    key,
    requests: requestCount,
    turns: turns.length,
    used: sumUsed(turns),
  })
  const asked = countByGroup(requests)
  const heard = groupTurns(past).byGroup
  return {
    groups: groups.map((id) => makeShare(id, asked.get(id) ?? 0, heard.get(id) ?? [])),
    channels: channels.map((one) =>
      makeShare(
        one,
        requestsByChannel[one],
        listInterventions(past).filter(({ speaker }) => speaker?.channel === one),
      ),
    ),
  }
}

/** Lists every entity that asked or spoke, the most time used first. A joint statement counts for the entity that speaks. */
export const computeEntityShares = ({ requests }: QueueState, { past }: FloorState): readonly EntityShare[] => computeShares(past)(requests)

const getAsking = ({ entities: [entity = ''] }: Requests[number]): string => entity

/** Between two turns only the shares of entities that ask change, and all others remain the same objects. */
const computeShares = memoize((past: FloorState['past']) =>
  memoizeGrowing((requests: Requests): readonly EntityShare[] => {
    const [turns, asked] = [groupTurns(past).byEntity, groupBy(requests, getAsking)]
    return [...new Set([...turns.keys(), ...asked.keys()])]
      .map((entity): EntityShare => {
        const [ownTurns, own] = [turns.get(entity) ?? [], asked.get(entity) ?? []]
        const group = ownTurns[0]?.speaker?.group ?? own[0]?.group ?? null
        return { entity, group, requests: own.length, turns: ownTurns.length, used: sumUsed(ownTurns), over: sumOvertime(ownTurns) }
      })
      .sort(compareShares)
  }, addRequest),
)

const compareShares = (a: EntityShare, b: EntityShare): number =>
  b.used - a.used || b.turns - a.turns || b.requests - a.requests || (a.entity < b.entity ? -1 : 1)

/** Adds a request to the share of its entity, and moves the share to its new place. */
const addRequest = (shares: readonly EntityShare[], request: Requests[number]): readonly EntityShare[] => {
  const entity = getAsking(request)
  const at = shares.findIndex((share) => share.entity === entity)
  const before = shares[at] ?? { entity, group: null, requests: 0, turns: 0, used: zeroMillis, over: zeroMillis }
  const group = before.requests === 0 ? (before.group ?? request.group) : before.group
  const share = { ...before, group, requests: before.requests + 1 }
  const others = [...shares]
  if (at >= 0) others.splice(at, 1)
  const after = others.findIndex((other) => compareShares(share, other) < 0)
  others.splice(after < 0 ? others.length : after, 0, share)
  return others
}
