/** Builds a queue from a table, and computes its order. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import type { Entry, FloorGiven, Position, PositionCause, QueueState } from '@rostrum/shared/contract/queue'
import { initialQueue } from '@rostrum/shared/domain/queue/evolve'
import { createEntry } from '@rostrum/shared/domain/queue/new-entry'
import { computeOrder } from '@rostrum/shared/domain/queue/speaking-order'
import { afterNoon } from './fixtures.ts'

type EntryInput = { readonly entity?: string; readonly group?: string | null; readonly channel?: Channel } & Partial<
  Pick<Entry, 'missedCalls' | 'declinedAt' | 'held' | 'timesOvertaken' | 'kind' | 'pin' | 'programmeRank'>
> & { readonly deferredTo?: string; readonly with?: string }

/** Makes one entry per second, in the order of the table. Each has its own entity unless the table gives another. */
const makeEntries = (requests: Readonly<Record<string, EntryInput>>): QueueState['entries'] =>
  new Map(
    Object.entries(requests).map(
      ([id, { entity = id, group = 'government', channel = 'room', with: other, deferredTo = null, ...rest }], index) => {
        const speaker = { person: null, entity, nameId: null, number: 0, group: group as GroupId | null, channel }
        const made = {
          id: id as EntryId,
          kind: 'intervention',
          speaker,
          askedAt: afterNoon(index),
          sequence: index,
          requestChannel: channel,
          segment: null,
        } as const
        const onBehalfOf = other === undefined ? [] : [{ ...speaker, entity: other }]
        return [made.id, { ...createEntry(made), ...rest, onBehalfOf, deferredTo: deferredTo as EntryId | null }]
      },
    ),
  )
const makeFloorGiven = ({ entity = '?', group = 'government', channel = 'room' }: EntryInput, entry = 'gone'): FloorGiven => ({
  entry: entry as EntryId,
  entities: [entity],
  group: group as GroupId | null,
  channel,
})
const countChannel = (rows: readonly EntryInput[], channel: Channel) => rows.filter((row) => (row.channel ?? 'room') === channel).length
export const makeQueue = (
  mode: OrderMode,
  requests: Readonly<Record<string, EntryInput>>,
  floorsGiven: readonly EntryInput[] = [],
  maxOvertakes = 4,
): QueueState => ({
  ...initialQueue,
  mode,
  maxOvertakes,
  entries: makeEntries(requests),
  floorsGiven: floorsGiven.map((row) => makeFloorGiven(row)),
  floorsGivenByChannel: { room: countChannel(floorsGiven, 'room'), remote: countChannel(floorsGiven, 'remote') },
  requests: [...floorsGiven.map((row) => makeFloorGiven(row)), ...Object.entries(requests).map(([id, row]) => makeFloorGiven(row, id))],
  requestsByChannel: {
    room: countChannel([...floorsGiven, ...Object.values(requests)], 'room'),
    remote: countChannel([...floorsGiven, ...Object.values(requests)], 'remote'),
  },
})
export const makePositions = (...ids: readonly string[]): readonly Position[] =>
  ids.map((entry) => ({
    entry: entry as EntryId,
    cause: 'received',
    requestRank: 0,
    aheadEarlier: 0,
    aheadByRule: 0,
    aheadOther: 0,
    overtakesLeft: 0,
  }))
export const getOrderPairs = (queue: QueueState, before: readonly Position[] = []) =>
  computeOrder(queue, before).map(({ entry, cause }): [string, PositionCause] => [entry, cause])
export const getOrderNames = (queue: QueueState, before: readonly Position[] = []) => getOrderPairs(queue, before).map(([entry]) => entry)
