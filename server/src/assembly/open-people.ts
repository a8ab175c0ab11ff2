/** The storey of people: keys and credentials, organizers, and the roster. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Nodes } from '../engine/nodes/nodes.ts'
import type { Store } from '../engine/store/store.ts'
import type { Logger } from '../engine/telemetry/logger.ts'
import { ApiTokens } from '../people/access/api-tokens.ts'
import { AttemptLimiter, failureShare } from '../people/access/attempt-limiter.ts'
import { JoinCodes } from '../people/access/join-codes.ts'
import { OrganizerAccess } from '../people/access/organizer.ts'
import { Organizers } from '../people/access/organizers.ts'
import { PersonalLinks } from '../people/access/personal-links.ts'
import { ServerKey } from '../people/access/server-key.ts'
import { SessionTokens } from '../people/access/session-tokens.ts'
import { TicketIssuer } from '../people/access/ticket-issuer.ts'
import { WalkInPace } from '../people/access/walk-in-pace.ts'
import { Roster } from '../people/roster/roster.ts'
import { TypedNames } from '../people/roster/typed-names.ts'

type PeoplePorts = { readonly store: Store; readonly nodes: Nodes; readonly now: () => Instant; readonly logger: Logger }
export type People = Awaited<ReturnType<typeof openPeople>>

export async function openPeople({ store, nodes, now, logger }: PeoplePorts) {
  const serverKey = await ServerKey.open(store)
  const links = new PersonalLinks(store, serverKey)
  const apiTokens = new ApiTokens(store)
  const organizers = new Organizers(store, serverKey)
  return {
    serverKey,
    links,
    apiTokens,
    organizers,
    joinCodes: new JoinCodes(store, serverKey),
    tickets: new TicketIssuer(links, serverKey, now),
    sessionTokens: new SessionTokens(store, now),
    organizer: new OrganizerAccess({ organizers, apiTokens, now, logger }),
    attemptLimiter: new AttemptLimiter(nodes.open(failureShare, 'all')),
    walkInPace: new WalkInPace(),
    roster: new Roster(store),
    typedNames: new TypedNames(store),
  }
}

/** Returns a name for the holder of a credential, whose requests are counted together. Null if nobody holds it. */
export async function findHolder(
  credential: string,
  { tickets, organizers, apiTokens, sessionTokens }: Pick<People, 'tickets' | 'organizers' | 'apiTokens' | 'sessionTokens'>,
): Promise<string | null> {
  const holder = tickets.read(credential)
  if (holder !== null) return `${holder.session} ${holder.person}`
  return (
    (await organizers.find(credential)) ?? (await apiTokens.findMaker(credential)) ?? (await sessionTokens.find(credential))?.token ?? null
  )
}
