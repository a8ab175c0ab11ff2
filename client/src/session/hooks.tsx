/** What features use of the session: what is shown, what time it is, and how to ask for something. */

import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType } from '@rostrum/shared/contract/registry'
import { grants } from '@rostrum/shared/domain/permissions'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { Refusal, Reply } from '@rostrum/shared/protocol/messages'
import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { Connection } from './connection.ts'
import type { Answer, Method } from './http.ts'
import type { Pending } from './outbox.ts'
import { heartbeatOf, nowWith, ownTime, vouched } from './server-clock.ts'
import { type Line, useScreen } from './store.ts'

export const ConnectionContext = createContext<Connection | null>(null)

/** The view as a whole; only below the place that waits for it. */
export const useView = <T,>(select: (view: View) => T): T =>
  useScreen(({ view }) => {
    if (!view) throw new Error('a view is used before it has come')
    return select(view)
  })

/** `id`: where the thing that it makes has to be known by its id before the answer comes. */
export const useSend = (): ((command: Command, id?: CommandId) => Promise<Reply>) => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('nothing can be sent outside a session')
  return (command, id) => connection.send(command, id)
}

/** Under which this device keeps what belongs to this session and person. */
export const usePlace = (): string => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('nothing is kept outside a session')
  return connection.place
}

/** What the line does not bring: asked of the server's doors for staff. */
export const useAsk = (): (<T>(path: string, method?: Method, body?: object) => Promise<Answer<T>>) => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('nothing can be asked outside a session')
  return useCallback(<T,>(path: string, method?: Method, body?: object) => connection.ask<T>(path, method, body), [connection])
}

export const useCancel = (): ((pending: Pending) => void) => {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('nothing can be cancelled outside a session')
  return (pending) => connection.cancel(pending)
}

/** What of this kind has been pressed and not been answered. */
export const usePending = (type: CommandType): Pending | undefined =>
  useScreen(({ pending }) => pending.find(({ envelope }) => envelope.type === type))

/** Why the last thing pressed was refused, if it was one of these; `of` are commands, or their beginnings. */
export const useRefusal = (of: readonly string[]): Refusal | null =>
  useScreen(({ refused }) => (refused && of.some((start) => refused.pending.envelope.type.startsWith(start)) ? refused.why : null))

/** Whether this role may ever do that; what cannot be done is not offered. */
export const useGrant = (type: CommandType): boolean => useView(({ me }) => grants(me.role, type) !== 'no')

export const useLine = (): Line => useScreen(({ line }) => line)

/** The server's time, drawn anew `every` so many milliseconds. */
export const useNow = (every: number): Instant => {
  const offset = useScreen((screen) => screen.offset)
  const [now, draw] = useState(() => nowWith(offset))
  useEffect(() => {
    const tick = () => draw(nowWith(offset))
    tick()
    const timer = setInterval(tick, every)
    return () => clearInterval(timer)
  }, [offset, every])
  return now
}

/** False while the screen cannot say within 150 ms what time it is: clocks are then shown with "≈". */
export const useVouched = (): boolean => useScreen(({ offset, line }) => offset !== null && offset.give <= vouched && line.kind === 'live')

/** So many heartbeats without an answer are silence. */
const missed = 2.5

/** Since when the screen has not heard from the server, once that is longer than it should be; null while it is fresh. */
export const useStale = (): Instant | null => {
  const { heardAt, line, offset, view } = useScreen()
  const now = useNow(1000)
  if (heardAt === null) return null
  const heard = (heardAt + (offset?.by ?? 0)) as Instant
  const silent = ownTime() - heardAt
  void now
  return line.kind !== 'live' || silent > heartbeatOf(view?.me.role) * missed ? heard : null
}
