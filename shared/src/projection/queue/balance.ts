/** Requests beside turns, so that silence shows: by group, by channel, and by entity. Interventions alone. */
import type { FloorState, PastTurn } from '../../contract/floor.ts'
import type { GroupId } from '../../contract/ids.ts'
import type { QueueState, Served } from '../../contract/queue.ts'
import { type Channel, channels } from '../../contract/roles.ts'
import { type Millis, noTime, sum } from '../../kernel/time.ts'
import { grouped } from '../part.ts'

export type BalanceView = { readonly groups: readonly Share<GroupId>[]; readonly channels: readonly Share<Channel>[] }
export type Share<Of> = { readonly of: Of; readonly requests: number; readonly turns: number; readonly used: Millis }

export type EntityShare = {
  readonly entity: string
  readonly group: GroupId | null
  readonly requests: number
  readonly turns: number
  readonly used: Millis
  /** Beyond the limit, in all. */
  readonly over: Millis
}

const turnsIn = ({ past }: FloorState): readonly PastTurn[] => past.filter(({ kind }) => kind === 'intervention')
const usedIn = (turns: readonly PastTurn[]): Millis => sum(...turns.map(({ used }) => used))
const overIn = (turns: readonly PastTurn[]): Millis =>
  sum(...turns.map(({ used, limit }) => (used > limit ? sum(used, -limit as Millis) : noTime)))

export const balanceOf = (queue: QueueState, floor: FloorState, groups: readonly GroupId[]): BalanceView => {
  const turns = turnsIn(floor)
  const share = <Of>(of: Of, asked: (request: Served) => boolean, spoke: (turn: PastTurn) => boolean): Share<Of> => {
    const own = turns.filter(spoke)
    return { of, requests: queue.requests.filter(asked).length, turns: own.length, used: usedIn(own) }
  }
  return {
    groups: groups.map((id) =>
      share(
        id,
        ({ group }) => group === id,
        ({ speaker }) => speaker?.group === id,
      ),
    ),
    channels: channels.map((one) =>
      share(
        one,
        ({ channel }) => channel === one,
        ({ speaker }) => speaker?.channel === one,
      ),
    ),
  }
}

/** Whoever asked or spoke, most time used first. A joint statement is its speaker's. */
export const entitiesIn = (queue: QueueState, floor: FloorState): readonly EntityShare[] => {
  const turns = grouped(turnsIn(floor), ({ speaker }) => speaker?.entity ?? '')
  const requests = grouped(queue.requests, ({ entities }) => entities[0] ?? '')
  return [...new Set([...turns.keys(), ...requests.keys()])]
    .map((entity): EntityShare => {
      const [spoke, asked] = [turns.get(entity) ?? [], requests.get(entity) ?? []]
      const group = spoke[0]?.speaker?.group ?? asked[0]?.group ?? null
      return { entity, group, requests: asked.length, turns: spoke.length, used: usedIn(spoke), over: overIn(spoke) }
    })
    .sort((a, b) => b.used - a.used || b.turns - a.turns || b.requests - a.requests)
}
