/**
 * Sends one message to a receiver. It connects only to allowed addresses, follows no redirect, waits a bounded time and discards the
 * answer.
 */

import { lookup as lookUpName } from 'node:dns'
import { request as requestInClear } from 'node:http'
import { request as requestEncrypted } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { PostProblem } from '@rostrum/shared/contract/webhooks'
import type { AllowedAddresses } from './allowed-addresses.ts'

/** `ms`: the time until the answer was complete, or until the attempt failed. */
export type PostResult = { readonly ms: number } & (
  | { readonly status: number; readonly problem: null }
  | { readonly status: null; readonly problem: PostProblem }
)
/** Sends `body` to `address`. `signal` ends it early, as `no-answer`. */
export type PostMessage = (
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal?: AbortSignal,
) => Promise<PostResult>

/** The milliseconds for everything, from resolving the name to the end of the answer. */
const timeLimit = 15_000
/** The most bytes that are read of an answer. */
const maxAnswer = 64 * 1024

type PostOptions = { readonly lookup?: typeof lookUpName; readonly limit?: number }

export function openPost(allowed: AllowedAddresses, { lookup = lookUpName, limit = timeLimit }: PostOptions = {}): PostMessage {
  const guarded = guardLookup(allowed, lookup)
  return async (address, headers, body, signal) => {
    const startedAt = performance.now()
    const end = (result: number | PostProblem): PostResult => {
      const ms = Math.round(performance.now() - startedAt)
      return typeof result === 'number' ? { status: result, problem: null, ms } : { status: null, problem: result, ms }
    }
    const url = allowed.findReceiver(address)
    if (url === null) return end('not-allowed')
    return await new Promise<PostResult>((resolve) => {
      const settle = (result: number | PostProblem) => resolve(end(result))
      const options = {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: guarded,
        // Each message has its own connection, so the next one is checked again.
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(limit), ...(signal === undefined ? [] : [signal])]),
      } as const
      const request = (url.protocol === 'https:' ? requestEncrypted : requestInClear)(url, options, (response) => {
        const { statusCode = 0 } = response
        let received = 0
        response.on('data', (part: Buffer) => {
          received += part.length
          if (received <= maxAnswer) return
          settle(statusCode)
          request.destroy()
        })
        response.on('end', () => settle(response.complete ? statusCode : 'cut-off'))
        response.on('error', (error: Error) => settle(isTimeout(error) ? 'no-answer' : 'cut-off'))
      })
      request.on('error', (error: Error) => settle(findProblem(error)))
      // Anything else that the receiver does, such as changing the protocol, is not an answer.
      request.on('close', () => settle('cut-off'))
      request.end(body)
    })
  }
}

class NotAllowedError extends Error {}

/** Refuses a name if even one of its addresses is not allowed: the name cannot be trusted. */
const guardLookup =
  (allowed: AllowedAddresses, lookup: typeof lookUpName): LookupFunction =>
  (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '')
      const [first] = found
      if (first === undefined || !found.every(({ address }) => allowed.isReachable(address))) return callback(new NotAllowedError(), '')
      if (options.all) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }

const isTimeout = ({ name }: Error): boolean => name === 'TimeoutError' || name === 'AbortError'

function findProblem(error: Error & { readonly code?: string; readonly syscall?: string }): PostProblem {
  const { code = '', syscall } = error
  if (error instanceof NotAllowedError) return 'not-allowed'
  if (isTimeout(error)) return 'no-answer'
  if (syscall === 'getaddrinfo') return 'no-such-name'
  if (/^ERR_TLS|^CERT_|_CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return 'not-trusted'
  return code === 'ECONNRESET' ? 'cut-off' : 'no-connection'
}
