/** A program that sends lines of captions over a socket of its own. */
import { io, type Socket } from 'socket.io-client'

type SenderOptions = { readonly transport?: 'websocket' | 'polling'; readonly auth?: object }

/** Connects once. Resolves with the socket, or with the reason for a refusal. */
export const connectSender = (
  url: string,
  key: string,
  { transport = 'websocket', auth = { key } }: SenderOptions = {},
): Promise<Socket | string> =>
  new Promise((resolve) => {
    const socket = io(`${url}/captions`, { transports: [transport], upgrade: false, forceNew: true, reconnection: false, auth })
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', ({ message }) => {
      socket.close()
      resolve(message)
    })
  })

export const openSender = async (url: string, key: string, options?: SenderOptions): Promise<Socket> => {
  const socket = await connectSender(url, key, options)
  if (typeof socket === 'string') throw new Error(`refused: ${socket}`)
  return socket
}

export const sendLine = async (socket: Socket, line: unknown): Promise<unknown> => await socket.timeout(10_000).emitWithAck('line', line)

/** Resolves once the server has ended the connection. */
export const awaitEnd = (socket: Socket): Promise<string> => new Promise((resolve) => socket.once('disconnect', resolve))
