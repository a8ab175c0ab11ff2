/** Ends an organizer and the tokens that they made. Even if it is interrupted, those tokens open nothing. */
import type { ApiTokens } from '../../people/access/api-tokens.ts'
import type { Organizers } from '../../people/access/organizers.ts'

export type EndOrganizerPorts = { readonly organizers: Organizers; readonly apiTokens: ApiTokens }

/** Returns false if there is no such organizer, and for the first one, which is never ended. */
export async function endOrganizer(id: string, { organizers, apiTokens }: EndOrganizerPorts): Promise<boolean> {
  const isEnded = await organizers.end(id)
  if (isEnded) await apiTokens.revokeMadeBy(id)
  return isEnded
}
