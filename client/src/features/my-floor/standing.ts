/** Where I stand, as one of a few cases: what the phone and the laptop show follows from this alone. */
import type { Place } from '@rostrum/shared/contract/queue'
import type { Spoken, TurnView } from '@rostrum/shared/projection/floor'
import type { MyEntry } from '@rostrum/shared/projection/queue'
import type { View } from '@rostrum/shared/projection/view'
import { useView } from '../../session/hooks.tsx'
import type { Pending } from '../../session/outbox.ts'
import { useScreen } from '../../session/store.ts'

export type Standing =
  | { readonly kind: 'before' | 'over' | 'unheard' | 'idle' }
  /** Pressed and not answered. */
  | { readonly kind: 'asking'; readonly pending: Pending }
  | { readonly kind: 'queued' | 'next'; readonly entry: MyEntry; readonly place: Place; readonly index: number }
  | { readonly kind: 'held'; readonly entry: MyEntry }
  | { readonly kind: 'called' | 'floor' | 'interrupted'; readonly turn: TurnView }
  | { readonly kind: 'spoke'; readonly spoken: Spoken }

export type StandingKind = Standing['kind']

type Seen = Pick<View, 'session' | 'floor' | 'line' | 'progress' | 'myFloor' | 'myEntry'>

export const standingOf = (view: Seen, asking: Pending | undefined): Standing => {
  const { session, myEntry, progress } = view
  const turn = turnOf(view)
  if (turn) return turn
  if (session.phase === 'planned') return { kind: 'before' }
  if (session.phase === 'closed') return { kind: myEntry.unheard ? 'unheard' : 'over' }
  const waiting = waitingOf(view)
  if (waiting) return waiting
  if (asking) return { kind: 'asking', pending: asking }
  const spoken = view.myFloor.spoken.at(-1)
  return spoken && spoken.segment === progress.current ? { kind: 'spoke', spoken } : { kind: 'idle' }
}

const turnOf = ({ floor, myFloor }: Seen): Standing | null => {
  if (myFloor.turn === null) return null
  if (floor.interrupted?.id === myFloor.turn) return { kind: 'interrupted', turn: floor.interrupted }
  if (floor.current?.id !== myFloor.turn) return null
  return { kind: floor.current.startedAt === null ? 'called' : 'floor', turn: floor.current }
}

const waitingOf = ({ myEntry: { entry }, line }: Seen): Standing | null => {
  if (!entry) return null
  if (entry.held) return { kind: 'held', entry }
  const index = line.findIndex((place) => place.entry === entry.id)
  const place = line[index]
  return place ? { kind: index === 0 ? 'next' : 'queued', entry, place, index } : null
}

const isAsking = ({ envelope }: Pending): boolean => envelope.type === 'queue.join' && envelope.data.kind === 'intervention'

export const useStanding = (): Standing => {
  const session = useView((view) => view.session)
  const floor = useView((view) => view.floor)
  const line = useView((view) => view.line)
  const progress = useView((view) => view.progress)
  const myFloor = useView((view) => view.myFloor)
  const myEntry = useView((view) => view.myEntry)
  const asking = useScreen(({ pending }) => pending.find(isAsking))
  return standingOf({ session, floor, line, progress, myFloor, myEntry }, asking)
}
