/** The end of a gateway, step by step, each in bounded time. */
import type { Server as HttpServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outlet } from './socket-writer.ts'

const patience = { answers: 1_500, screens: 500, requests: 1_000 }

/** Commands that were taken get their answer, unless the store says nothing. */
export const answered = (underWay: ReadonlySet<unknown>): Promise<void> => within(patience.answers, () => underWay.size === 0)

/** Every screen is told that the server is being restarted, and goes. */
export const farewell = async (outlets: ReadonlySet<Outlet>): Promise<void> => {
  for (const outlet of outlets) outlet.restart()
  await within(patience.screens, () => outlets.size === 0)
}

/** Closing the sockets closes the server below them too, which waits for its requests. */
export const closed = async (http: HttpServer, sockets: { close(): Promise<void> }): Promise<void> => {
  const late = setTimeout(() => http.closeAllConnections(), patience.requests)
  await sockets.close()
  clearTimeout(late)
}

/** Resolves when it is so, or when the time is over. */
const within = async (limit: number, so: () => boolean): Promise<void> => {
  const end = performance.now() + limit
  while (!so() && performance.now() < end) await pause(10)
}
