/** The steps that close a gateway, each in bounded time. */
import type { Server as HttpServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { SocketWriter } from './socket-writer.ts'

const timeouts = { replies: 1_500, screens: 500, requests: 1_000 }

/** Waits until every pending command has its reply, unless the store does not answer in time. */
export const awaitReplies = (pendingReplies: ReadonlySet<unknown>): Promise<void> =>
  waitUntil(timeouts.replies, () => pendingReplies.size === 0)

/** Closes every connection with the restart code. */
export const disconnectScreens = async (writers: ReadonlySet<SocketWriter>): Promise<void> => {
  for (const writer of writers) writer.closeForRestart()
  await waitUntil(timeouts.screens, () => writers.size === 0)
}

/** Closes the sockets and the HTTP server below them. Requests that take too long are cut off. */
export const closeSockets = async (http: HttpServer, sockets: { close(): Promise<void> }): Promise<void> => {
  const timeout = setTimeout(() => http.closeAllConnections(), timeouts.requests)
  await sockets.close()
  clearTimeout(timeout)
}

/** Resolves when `isDone` returns true or the limit, in milliseconds, is over. */
const waitUntil = async (limit: number, isDone: () => boolean): Promise<void> => {
  const end = performance.now() + limit
  while (!isDone() && performance.now() < end) await pause(10)
}
