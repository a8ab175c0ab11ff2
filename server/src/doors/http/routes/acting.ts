/** How programs act in a session over HTTP: the commands and the views that a screen has over its socket. */
import type { Person } from '@rostrum/shared/contract/people'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import { cursorSchema } from '@rostrum/shared/protocol/parse'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Fanouts } from '../../../engine/fanout/fanouts.ts'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { CommandIntake } from '../../../engine/wire/command-intake.ts'
import type { EncodedFrame } from '../../../engine/wire/encode-frame.ts'
import type { EventStreams } from '../../../engine/wire/event-streams.ts'
import { maxConnections, maxMessageBytes } from '../../../engine/wire/limits.ts'
import { pressButton } from '../../application/buttons.ts'
import { createAuthenticator } from '../authentication.ts'
import { type ActingPorts, requireActing } from '../authorization.ts'
import { HttpError, toHttpReason } from '../http-error.ts'
import { validateExceptBody } from '../schema-validation.ts'
import * as schemas from '../schemas/acting.ts'

export type ActingRoutePorts = ActingPorts & {
  readonly intake: CommandIntake
  readonly fanouts: Fanouts<EncodedFrame>
  readonly eventStreams: EventStreams
}

export async function actingRoutes(instance: FastifyInstance, ports: ActingRoutePorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { intake, fanouts, eventStreams } = ports
  const authenticator = createAuthenticator((request) => requireActing(ports, request))
  app.addHook('onRequest', authenticator.hook)

  /** The body is read by the code that reads the messages of sockets, so that the answers are the same. */
  const sending = { schema: schemas.sendCommandSchema, validatorCompiler: validateExceptBody, bodyLimit: maxMessageBytes }
  app.post('/api/sessions/:id/commands', sending, async (request) => {
    const { session, person } = authenticator.get(request)
    const reply = await intake.take(session, person, request.body)
    if (!reply.ok) throw new HttpError(toHttpReason(reply.reason))
    return reply
  })

  app.post('/api/sessions/:id/buttons/:button', { schema: schemas.pressButtonSchema }, async (request) => {
    const { session, person } = authenticator.get(request)
    const command = pressButton(request.params.button, session.state, session.now())
    if (typeof command === 'string') throw new HttpError(command)
    const reply = await intake.take(session, person, { id: newCommandId(), ...command })
    if (!reply.ok) throw new HttpError(toHttpReason(reply.reason))
    return { ok: true as const, did: command.type }
  })

  app.get('/api/sessions/:id/view', { schema: schemas.readViewSchema }, async (request, reply) => {
    const { session, person } = authenticator.get(request)
    const { audience, person: own } = fanouts.get(session).read(person.id)
    const tag = `"${audience.cursor}.${own.cursor}"`
    reply.header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return { person: person.id, audience, own }
  })

  app.get('/api/sessions/:id/events', { schema: schemas.followViewSchema }, async (request, reply) => {
    const { session, person, validity } = authenticator.get(request)
    requirePlace(session, person, fanouts)
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    eventStreams.follow(session, person, reply.raw, { cursor: readCursor(request), validity })
  })
}

/** As for sockets. */
function requirePlace(session: Session, person: Person, fanouts: Fanouts<EncodedFrame>): void {
  if (fanouts.get(session).connectionCount(person.id) >= maxConnections[person.role]) throw new HttpError('too-many-requests')
}

/** One that is none is treated as if nothing were held. */
function readCursor({ headers }: FastifyRequest): Cursor | null {
  return (cursorSchema.safeParse(headers['last-event-id']).data as Cursor | undefined) ?? null
}
