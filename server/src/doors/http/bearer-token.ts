/** The secret that a request is sent with. */
import type { FastifyRequest } from 'fastify'

/** Returns the id of the holder of this credential, or null if it is not one. */
export type Identify = (credential: string) => Promise<string | null>

export function getBearerToken({ headers }: FastifyRequest): string {
  const [scheme, secret = '', ...more] = (headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' && more.length === 0 ? secret : ''
}
