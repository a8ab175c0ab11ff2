/** Who asks is found out before anything is read of what they send, and kept with the request. */
import type { FastifyRequest } from 'fastify'
import { Refused } from './http-error.ts'

export type Askers<T> = {
  /** For `onRequest`. */
  readonly hear: (request: FastifyRequest) => Promise<void>
  readonly of: (request: object) => T
}

export function askers<T>(find: (request: FastifyRequest) => Promise<T>): Askers<T> {
  const known = new WeakMap<object, { readonly asker: T }>()
  return {
    hear: async (request) => void known.set(request, { asker: await find(request) }),
    of: (request) => {
      const found = known.get(request)
      if (!found) throw new Refused('forbidden')
      return found.asker
    },
  }
}
