/** Where I stand, as one of a few cases: what the phone, the laptop and the podium show follows from this alone. */
import type { Place } from '@rostrum/shared/contract/queue'
import type { Spoken, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { View } from '@rostrum/shared/projection/registry'
import { useView } from '../../session/hooks.tsx'
import type { Pending } from '../../session/outbox.ts'
import { useScreen } from '../../session/store.ts'
import { calledBefore } from './calling-order.ts'

export type Standing =
  | { readonly kind: 'before' | 'over' | 'unheard' | 'idle' }
  /** Pressed and not answered. */
  | { readonly kind: 'asking'; readonly pending: Pending }
  /** `index` in the list; `ahead`: so many are called before, rights of reply among them where they come first. */
  | { readonly kind: 'queued' | 'next'; readonly entry: MyEntry; readonly place: Place; readonly index: number; readonly ahead: number }
  | { readonly kind: 'held'; readonly entry: MyEntry }
  /** Another speaks on my behalf too. */
  | { readonly kind: 'joint'; readonly by: string }
  | { readonly kind: 'called' | 'floor' | 'interrupted'; readonly turn: TurnView }
  | { readonly kind: 'spoke'; readonly spoken: Spoken }

export type StandingKind = Standing['kind']
export type InLine = Extract<Standing, { kind: 'queued' | 'next' }>
export type OnFloor = Extract<Standing, { turn: TurnView }>

type Seen = Pick<View, 'session' | 'floor' | 'line' | 'list' | 'replies' | 'progress' | 'myFloor' | 'myEntry'>

export const standingOf = (view: Seen, asking: Pending | undefined): Standing => {
  const { session, myEntry, progress } = view
  const turn = turnOf(view)
  if (turn) return turn
  if (session.phase === 'planned') return { kind: 'before' }
  if (session.phase === 'closed') return { kind: myEntry.unheard ? 'unheard' : 'over' }
  const waiting = waitingOf(view)
  if (waiting) return waiting
  if (asking) return { kind: 'asking', pending: asking }
  if (myEntry.spokenFor !== null) return { kind: 'joint', by: myEntry.spokenFor }
  const spoken = view.myFloor.spoken.at(-1)
  return spoken && spoken.segment === progress.current ? { kind: 'spoke', spoken } : { kind: 'idle' }
}

const turnOf = ({ floor, myFloor }: Seen): Standing | null => {
  if (myFloor.turn === null) return null
  if (floor.interrupted?.id === myFloor.turn) return { kind: 'interrupted', turn: floor.interrupted }
  if (floor.current?.id !== myFloor.turn) return null
  return { kind: floor.current.startedAt === null ? 'called' : 'floor', turn: floor.current }
}

const waitingOf = (view: Seen): Standing | null => {
  const { entry } = view.myEntry
  if (!entry) return null
  if (entry.held) return { kind: 'held', entry }
  const index = view.line.findIndex((place) => place.entry === entry.id)
  const place = view.line[index]
  if (!place) return null
  const ahead = calledBefore(view, entry.id).length
  return { kind: ahead === 0 ? 'next' : 'queued', entry, place, index, ahead }
}

export const placeOf = (standing: Standing): number | null =>
  standing.kind === 'queued' || standing.kind === 'next' ? standing.index : null

const isAsking = ({ envelope }: Pending): boolean => envelope.type === 'queue.join' && envelope.data.kind === 'intervention'

export const useStanding = (): Standing => {
  const session = useView((view) => view.session)
  const floor = useView((view) => view.floor)
  const line = useView((view) => view.line)
  const list = useView((view) => view.list)
  const replies = useView((view) => view.replies)
  const progress = useView((view) => view.progress)
  const myFloor = useView((view) => view.myFloor)
  const myEntry = useView((view) => view.myEntry)
  const asking = useScreen(({ pending }) => pending.find(isAsking))
  return standingOf({ session, floor, line, list, replies, progress, myFloor, myEntry }, asking)
}
