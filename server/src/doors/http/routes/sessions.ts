/** The sessions of the organizer: list, create and archive them, and delete them with all their data. */

import { maxPlanBytes } from '@rostrum/shared/api/planning'
import type { SessionSource } from '@rostrum/shared/api/sessions'
import { isInSession } from '@rostrum/shared/contract/enums'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { templates } from '@rostrum/shared/contract/templates'
import type { FastifyInstance } from 'fastify'
import { DamagedLogError } from '../../../engine/log/log-errors.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { Roster } from '../../../people/roster/roster.ts'
import type { RehearsalRegistry } from '../../../services/rehearsal/rehearsal-registry.ts'
import { PlanFileError } from '../../../services/template/read-plan.ts'
import { createSession } from '../../application/create-session.ts'
import { type DeleteSessionPorts, deleteSession } from '../../application/delete-session.ts'
import { type SessionListFacts, summarizeSession } from '../../application/summarize-session.ts'
import { type AuthorizationPorts, requireOrganizer, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type SessionRoutePorts = AuthorizationPorts &
  DeleteSessionPorts & { readonly sessions: SessionRegistry; readonly rehearsals: RehearsalRegistry; readonly roster: Roster }

export async function sessionRoutes(instance: FastifyInstance, ports: SessionRoutePorts): Promise<void> {
  const route = createRouter(instance)
  instance.addHook('onRequest', requireOrganizer(ports.organizer))

  route('GET /api/sessions', async () => {
    const facts = await listFacts(ports)
    const opened = await Promise.all([...facts].map(async ([id, known]) => [await openReadable(id, ports), known] as const))
    const sessions = opened.flatMap(([session, known]) => (session === null ? [] : [summarizeSession(session, known)]))
    return { templates, sessions, damaged: [...facts.keys()].filter((id) => ports.sessions.damaged.has(id)) }
  })

  route(
    'POST /api/sessions',
    async (request, reply) => {
      try {
        const session = await createSession(request.body, await findSource(request.body, ports), ports)
        return await summarize(session, ports)
      } catch (error) {
        if (!(error instanceof PlanFileError)) throw error
        return await reply.code(422).send({ reason: 'plan-refused', faults: error.faults })
      }
    },
    { bodyLimit: maxPlanBytes },
  )

  route('PUT /api/sessions/:id/archived', async ({ params, body: { archived } }) => {
    const session = await requireSession(ports.sessions, params.id)
    await ports.sessions.archive(session.id, archived)
    return await summarize(session, ports)
  })

  /** Deletes a session for good, with its record, people, links and join code. It is refused while the session is open or suspended. */
  route('DELETE /api/sessions/:id', async ({ params }) => {
    const id = params.id as SessionId
    const session = await openReadable(id, ports)
    if (session === null && !ports.sessions.damaged.has(id)) throw new HttpError('no-such-session')
    if (session !== null && isInSession(session.state.session.phase)) throw new HttpError('session-running')
    await deleteSession(id, ports)
    return { deleted: id }
  })
}

/** Opens a session. Returns null if there is no such session, or if its log is damaged. */
async function openReadable(id: SessionId, { sessions }: SessionRoutePorts): Promise<Session | null> {
  try {
    return await sessions.open(id)
  } catch (error) {
    if (error instanceof DamagedLogError) return null
    throw error
  }
}

async function listFacts({ sessions, rehearsals }: SessionRoutePorts): Promise<ReadonlyMap<SessionId, SessionListFacts>> {
  const [facts, rehearsed] = [await sessions.listFacts(), await rehearsals.list()]
  return new Map([...facts].map(([id, known]) => [id, { ...known, rehearsalOf: rehearsed.get(id) ?? null }]))
}

async function summarize(session: Session, ports: SessionRoutePorts) {
  const known = (await listFacts(ports)).get(session.id)
  return summarizeSession(session, known ?? { archived: false, copyOf: null, rehearsalOf: null })
}

/** Returns the session that is to be copied. The lengths of a rehearsal are compressed, so it cannot be copied. */
async function findSource(body: SessionSource, { sessions }: SessionRoutePorts): Promise<Session | null> {
  const source = 'copyOf' in body ? await requireSession(sessions, body.copyOf) : null
  if (source?.plan.rehearsal) throw new HttpError('no-such-session')
  return source
}
