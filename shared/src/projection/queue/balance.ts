/** Requests compared with turns, by group, channel and entity, so that the staff see who has not spoken. Only interventions count. */
import type { FloorState, PastTurn } from '../../contract/floor.ts'
import type { GroupId } from '../../contract/ids.ts'
import type { QueueState } from '../../contract/queue.ts'
import { type Channel, channels } from '../../contract/roles.ts'
import { type Millis, sumMillis, zeroMillis } from '../../kernel/time.ts'
import { groupBy, memoize } from '../memo.ts'

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

const listInterventions = memoize((past: FloorState['past']): readonly PastTurn[] => past.filter(({ kind }) => kind === 'intervention'))
const sumUsed = (turns: readonly PastTurn[]): Millis => sumMillis(...turns.map(({ used }) => used))
const sumOvertime = (turns: readonly PastTurn[]): Millis =>
  sumMillis(...turns.map(({ used, limit }) => (used > limit ? sumMillis(used, -limit as Millis) : zeroMillis)))

/** How many requests each group and each entity has made, and the group with which an entity asked first. */
const countRequests = memoize((requests: QueueState['requests']) => {
  const byGroup = new Map<GroupId | null, number>()
  const byEntity = new Map<string, { readonly group: GroupId | null; count: number }>()
  for (const { entities, group } of requests) {
    byGroup.set(group, (byGroup.get(group) ?? 0) + 1)
    const [entity = ''] = entities
    const known = byEntity.get(entity)
    if (known) known.count += 1
    else byEntity.set(entity, { group, count: 1 })
  }
  return { byGroup, byEntity }
})
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
  const asked = countRequests(requests).byGroup
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

/** Every entity that asked or spoke, most time used first. A joint statement counts for the entity that speaks. */
export const computeEntityShares = ({ requests }: QueueState, { past }: FloorState): readonly EntityShare[] => computeShares(past)(requests)

/** Computed again when a turn has ended or somebody has asked. Between two turns only those who ask get another share, so others keep theirs. */
const computeShares = memoize((past: FloorState['past']) => {
  // As long as somebody shows them: sessions without turns have the same `past`, and nothing of them stays.
  let last = new WeakRef<readonly EntityShare[]>([])
  return memoize((requests: QueueState['requests']): readonly EntityShare[] => {
    const [turns, asked] = [groupTurns(past).byEntity, countRequests(requests).byEntity]
    const before = new Map((last.deref() ?? []).map((share) => [share.entity, share]))
    const shares = [...new Set([...turns.keys(), ...asked.keys()])]
      .map((entity): EntityShare => {
        const [ownTurns, own] = [turns.get(entity) ?? [], asked.get(entity)]
        const [group, count] = [ownTurns[0]?.speaker?.group ?? own?.group ?? null, own?.count ?? 0]
        const known = before.get(entity)
        if (known?.requests === count && known.group === group) return known
        return { entity, group, requests: count, turns: ownTurns.length, used: sumUsed(ownTurns), over: sumOvertime(ownTurns) }
      })
      .sort((a, b) => b.used - a.used || b.turns - a.turns || b.requests - a.requests)
    last = new WeakRef(shares)
    return shares
  })
})
