/** My status as one of a few cases. Phone, laptop and podium depend only on this. */

import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { MyPastTurn, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { View } from '@rostrum/shared/projection/registry'
import { useMade } from '../../session/hooks.tsx'
import type { PendingCommand } from '../../session/outbox.ts'
import { useSessionStore } from '../../session/store.ts'
import { listCalledBefore } from './calling-order.ts'

export type MyStatus =
  | { readonly kind: 'planned' | 'closed' | 'not-reached' | 'idle' }
  /** Sent but not answered yet. */
  | { readonly kind: 'pending'; readonly pending: PendingCommand }
  /** `index`: in the queue. `ahead`: how many are called before me, including rights of reply if they come first. */
  | {
      readonly kind: 'queued' | 'next'
      readonly entry: MyEntry
      readonly index: number
      readonly ahead: number
    }
  | { readonly kind: 'on-hold'; readonly entry: MyEntry }
  /** Another person speaks on my behalf too. */
  | { readonly kind: 'joint'; readonly by: string }
  | { readonly kind: 'called' | 'floor' | 'interrupted'; readonly turn: TurnView }
  | { readonly kind: 'spoke'; readonly pastTurn: MyPastTurn }

export type MyStatusKind = MyStatus['kind']
export type QueuedStatus = Extract<MyStatus, { kind: 'queued' | 'next' }>
export type OwnTurnStatus = Extract<MyStatus, { turn: TurnView }>

type MyStatusView = Pick<View, 'session' | 'floor' | 'order' | 'queue' | 'replies' | 'progress' | 'myFloor' | 'myQueue'>

export const getMyStatus = (view: MyStatusView, pendingRequest: PendingCommand | undefined): MyStatus => {
  const { session, myQueue: myEntry, progress } = view
  const turn = getTurnStatus(view)
  if (turn) return turn
  if (session.phase === 'planned') return { kind: 'planned' }
  if (session.phase === 'closed') return { kind: myEntry.notReached ? 'not-reached' : 'closed' }
  const waiting = getQueuedStatus(view)
  if (waiting) return waiting
  if (pendingRequest) return { kind: 'pending', pending: pendingRequest }
  if (myEntry.spokenForBy !== null) return { kind: 'joint', by: myEntry.spokenForBy }
  const pastTurn = view.myFloor.pastTurns.at(-1)
  return pastTurn && pastTurn.segment === progress.current ? { kind: 'spoke', pastTurn } : { kind: 'idle' }
}

const getTurnStatus = ({ floor, myFloor }: MyStatusView): MyStatus | null => {
  if (myFloor.turn === null) return null
  if (floor.interrupted?.id === myFloor.turn) return { kind: 'interrupted', turn: floor.interrupted }
  if (floor.current?.id !== myFloor.turn) return null
  return { kind: floor.current.startedAt === null ? 'called' : 'floor', turn: floor.current }
}

const getQueuedStatus = (view: MyStatusView): MyStatus | null => {
  const { entry } = view.myQueue
  if (!entry) return null
  if (entry.held) return { kind: 'on-hold', entry }
  const index = view.order.indexOf(entry.id)
  if (index < 0) return null
  const ahead = listCalledBefore(view, entry.id).length
  return { kind: ahead === 0 && !isLastWordGiven(view.queue.status) ? 'next' : 'queued', entry, index, ahead }
}

export const getPositionIndex = (status: MyStatus): number | null =>
  status.kind === 'queued' || status.kind === 'next' ? status.index : null

const isFloorRequest = ({ envelope }: PendingCommand): boolean => envelope.type === 'queue.join' && waitsInOrder(envelope.data.kind)

export const useMyStatus = (): MyStatus => {
  const asking = useSessionStore(({ pending }) => pending.find(isFloorRequest))
  return useMade((view) => getMyStatus(view, asking))
}
