/** The organizers, and the requests that give one access, renew a link or end one. */
import { type HttpResult, request } from './http.ts'

export type Organizer = {
  readonly id: string
  /** A function. Null for the first organizer. */
  readonly name: string | null
  readonly madeAt: number | null
  readonly usedAt: number | null
  readonly renewedAt: number | null
  /** How many tokens end with this organizer. */
  readonly tokens: number
}
/** `own`: the id of the organizer who asks. */
export type OrganizerListing = { readonly organizers: readonly Organizer[]; readonly own: string }
/** The server shows the link only once. */
export type OrganizerLink = Omit<Organizer, 'tokens'> & { readonly url: string }

export const addOrganizer = (secret: string, name: string): Promise<HttpResult<OrganizerLink>> =>
  request('POST', '/api/organizers', { name }, secret)

export const renewOrganizer = (secret: string, id: string): Promise<HttpResult<OrganizerLink>> =>
  request('POST', `/api/organizers/${id}/renew`, {}, secret)

export const endOrganizer = (secret: string, id: string): Promise<HttpResult<{ readonly deleted: string }>> =>
  request('DELETE', `/api/organizers/${id}`, undefined, secret)
