/** Programs act in a session over HTTP with the same commands and views as a screen over its socket. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import type { Refusal } from '@rostrum/shared/protocol/messages'
import { cursorSchema } from '@rostrum/shared/protocol/parse'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Fanouts } from '../../../engine/fanout/fanouts.ts'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { CommandIntake } from '../../../engine/wire/command-intake.ts'
import type { EncodedFrame } from '../../../engine/wire/encode-frame.ts'
import type { EventStreams } from '../../../engine/wire/event-streams.ts'
import { maxConnections, maxMessageBytes } from '../../../engine/wire/limits.ts'
import { mayPress, pressButton } from '../../application/buttons.ts'
import { createAuthenticator } from '../authentication.ts'
import { type ActingPorts, chargeRead, requireActing } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'
import { validateExceptBody } from '../schema-validation.ts'

export type ActingRoutePorts = ActingPorts & {
  readonly intake: CommandIntake
  readonly fanouts: Fanouts<EncodedFrame>
  readonly eventStreams: EventStreams
}

export async function actingRoutes(instance: FastifyInstance, ports: ActingRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const { intake, fanouts, eventStreams } = ports
  const authenticator = createAuthenticator((request) => requireActing(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  /** The code that reads the messages of sockets reads this body too, so that the answers are the same. */
  const sending = { validatorCompiler: validateExceptBody, bodyLimit: maxMessageBytes }
  route(
    'POST /api/sessions/:id/commands',
    async (request) => {
      const { session, person } = authenticator.get(request)
      const reply = await intake.take(session, person, request.body)
      if (!reply.ok) throw refuse(reply)
      return reply
    },
    sending,
  )

  route('POST /api/sessions/:id/buttons/:button', async (request) => {
    const { session, person } = authenticator.get(request)
    if (!mayPress(person, request.params.button)) throw new HttpError('forbidden')
    const command = pressButton(request.params.button, session.state, session.now())
    if (typeof command === 'string') throw new HttpError(command)
    const reply = await intake.take(session, person, { id: newCommandId(), ...command })
    if (!reply.ok) throw refuse(reply)
    return { ok: true as const, did: command.type }
  })

  route('GET /api/sessions/:id/view', async (request, reply) => {
    const { session, person } = authenticator.get(request)
    const { audience, person: own } = fanouts.get(session).read(person.id)
    const tag = `"${audience.cursor}.${own.cursor}"`
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    chargeRead(ports.allowances, session, person)
    return reply.type('application/json; charset=utf-8').send(joinStreams(person.id, audience.getBytes(), own.getBytes()))
  })

  route('GET /api/sessions/:id/events', async (request, reply) => {
    const { session, person, validity } = authenticator.get(request)
    requirePlace(session, person, fanouts)
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    eventStreams.follow(session, person, reply.raw, { cursor: readCursor(request), validity })
    return reply
  })
}

/** Both streams are bytes already, and most of them are the same for all who ask. */
const joinStreams = (person: PersonId, audience: Buffer, own: Buffer): Buffer =>
  Buffer.concat([
    ...[Buffer.from(`{"person":${JSON.stringify(person)},"audience":`), audience],
    ...[Buffer.from(',"own":'), own, Buffer.from('}')],
  ])

const refuse = ({ reason, at, rule, retryAfter }: Refusal): HttpError =>
  new HttpError(reason, at === undefined || rule === undefined ? null : { at, rule }, retryAfter ?? null)

/** Limits the connections of a person, as for sockets. */
function requirePlace(session: Session, person: Person, fanouts: Fanouts<EncodedFrame>): void {
  if (fanouts.get(session).connectionCount(person.id) >= maxConnections[person.role]) throw new HttpError('too-many-requests')
}

/** Returns the cursor that the client holds. An invalid one counts as none. */
function readCursor({ headers }: FastifyRequest): Cursor | null {
  return (cursorSchema.safeParse(headers['last-event-id']).data as Cursor | undefined) ?? null
}
