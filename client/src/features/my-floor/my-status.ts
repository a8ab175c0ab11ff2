/** My status as one of a few cases. Phone, laptop and podium depend only on this. */

import type { LossReason } from '@rostrum/shared/contract/enums'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { MyPastTurn, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { View } from '@rostrum/shared/projection/registry'
import { useMade, useView } from '../../session/hooks.tsx'
import type { PendingCommand } from '../../session/outbox.ts'
import { useSessionStore } from '../../session/store.ts'
import { listCalledBefore } from './calling-order.ts'

/** A change of a waiting request that its owner has not answered yet: called in vain, or asked on an earlier topic. */
type Notice = 'absent' | 'topic'

export type MyStatus =
  | { readonly kind: 'planned' | 'closed' | 'not-reached' | 'idle' }
  /** Sent but not answered yet. */
  | { readonly kind: 'pending'; readonly pending: PendingCommand }
  /** The Chair took my last request off the list, or called me twice in vain. */
  | { readonly kind: 'removed'; readonly reason: LossReason }
  /** `index`: in the queue. `ahead`: how many are called before me, including rights of reply if they come first. */
  | {
      readonly kind: 'queued' | 'next'
      readonly entry: MyEntry
      readonly index: number
      readonly ahead: number
      readonly notice: Notice | null
    }
  /** `isEarlier`: asked on an earlier topic. */
  | { readonly kind: 'on-hold'; readonly entry: MyEntry; readonly isEarlier: boolean }
  /** Another person speaks on my behalf too. */
  | { readonly kind: 'joint'; readonly by: string }
  | { readonly kind: 'called' | 'floor' | 'interrupted'; readonly turn: TurnView }
  | { readonly kind: 'spoke'; readonly pastTurn: MyPastTurn }

export type MyStatusKind = MyStatus['kind']
type StatusRule = {
  /** True if nothing can be requested: before the opening and after the close. */
  readonly isOver: boolean
  /** True if it is not useful to read next to it that nobody has the floor. */
  readonly isQuiet: boolean
  /** True if its own content begins with the topic. */
  readonly hasTopic: boolean
  /** True if its card has a main button. Otherwise the link to the meeting is the main button of a remote page. */
  readonly hasButton: boolean
  /** The words in the title of the page, which help if another tab or window is in front. */
  readonly title: 'me.next' | 'floor.youAreCalled' | 'floor.youHaveIt' | 'me.paused' | null
  /** True if it is signalled, if the person wants that: my turn is near, or it is my turn. */
  readonly isSignalled: boolean
}

const none = { isOver: false, isQuiet: false, hasTopic: false, hasButton: false, title: null, isSignalled: false } as const
export const myStatusRules: Readonly<Record<MyStatusKind, StatusRule>> = {
  planned: { ...none, isOver: true, isQuiet: true },
  closed: { ...none, isOver: true, isQuiet: true },
  'not-reached': { ...none, isOver: true, isQuiet: true },
  idle: { ...none, hasTopic: true, hasButton: true },
  pending: none,
  removed: { ...none, hasButton: true },
  queued: none,
  next: { ...none, hasButton: true, title: 'me.next', isSignalled: true },
  'on-hold': { ...none, hasButton: true },
  joint: none,
  called: { ...none, title: 'floor.youAreCalled', isSignalled: true },
  floor: { ...none, hasButton: true, title: 'floor.youHaveIt', isSignalled: true },
  interrupted: { ...none, title: 'me.paused' },
  spoke: { ...none, isQuiet: true, hasTopic: true },
}

export type QueuedStatus = Extract<MyStatus, { kind: 'queued' | 'next' }>
export type OwnTurnStatus = Extract<MyStatus, { turn: TurnView }>

type MyStatusView = Pick<View, 'session' | 'floor' | 'order' | 'queue' | 'replies' | 'plan' | 'progress' | 'myFloor' | 'myQueue'>

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
  if (myEntry.removed !== null) return { kind: 'removed', reason: myEntry.removed }
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
  if (entry.held) return { kind: 'on-hold', entry, isEarlier: isFromEarlierTopic(view, entry) }
  const index = view.order.indexOf(entry.id)
  if (index < 0) return null
  const ahead = listCalledBefore(view, entry.id).length
  return {
    kind: ahead === 0 && !isLastWordGiven(view.queue.status) ? 'next' : 'queued',
    entry,
    index,
    ahead,
    notice: findNotice(view, entry),
  }
}

const findNotice = (view: MyStatusView, entry: MyEntry): Notice | null => {
  if (entry.missedCalls > 0 && !entry.ready) return 'absent'
  return isFromEarlierTopic(view, entry) ? 'topic' : null
}

const isFromEarlierTopic = ({ plan, progress }: MyStatusView, { segment }: MyEntry): boolean => {
  const asked = plan.find(({ id }) => id === segment)
  return asked?.kind === 'topic' && progress.current !== null && progress.current !== asked.id
}

export const getPositionIndex = (status: MyStatus): number | null =>
  status.kind === 'queued' || status.kind === 'next' ? status.index : null

const isFloorRequest = ({ envelope }: PendingCommand): boolean => envelope.type === 'queue.join' && waitsInOrder(envelope.data.kind)

/** The subject that a page puts first. Several can be true at once: the first in this table has the large type, and the others have a line. */
export type Subject = 'turn' | 'suspended' | 'removed' | Notice | 'own'

const subjects: readonly (readonly [Subject, (status: MyStatus, isSuspended: boolean) => boolean])[] = [
  ['turn', (status) => 'turn' in status],
  ['suspended', (_, isSuspended) => isSuspended],
  ['removed', ({ kind }) => kind === 'removed'],
  ['absent', (status) => 'notice' in status && status.notice === 'absent'],
  ['topic', (status) => 'notice' in status && status.notice === 'topic'],
]

export const getSubject = (status: MyStatus, isSuspended: boolean): Subject =>
  subjects.find(([, isTrue]) => isTrue(status, isSuspended))?.[0] ?? 'own'

export const useSubject = (status: MyStatus): Subject => {
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  return getSubject(status, isSuspended)
}

export const useMyStatus = (): MyStatus => {
  const asking = useSessionStore(({ pending }) => pending.find(isFloorRequest))
  return useMade((view) => getMyStatus(view, asking))
}
