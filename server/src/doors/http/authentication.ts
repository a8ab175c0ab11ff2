/** Authenticates a request before its body is read, and remembers the identity for the handler. */
import type { FastifyRequest } from 'fastify'
import { HttpError } from './http-error.ts'

export type Authenticator<T> = {
  /** An `onRequest` hook. */
  readonly hook: (request: FastifyRequest) => Promise<void>
  readonly get: (request: object) => T
}

export function createAuthenticator<T>(authenticate: (request: FastifyRequest) => Promise<T>): Authenticator<T> {
  const identities = new WeakMap<object, { readonly identity: T }>()
  return {
    hook: async (request) => void identities.set(request, { identity: await authenticate(request) }),
    get: (request) => {
      const entry = identities.get(request)
      if (!entry) throw new HttpError('forbidden')
      return entry.identity
    },
  }
}
