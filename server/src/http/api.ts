/** All that is asked over HTTP, in one list. */
import type { FastifyInstance } from 'fastify'
import { openapi } from './openapi.ts'
import { type InvitationPorts, invitations } from './routes/invitations.ts'
import { links } from './routes/links.ts'
import { me } from './routes/me.ts'
import { type PeoplePorts, people } from './routes/people.ts'
import { lists } from './routes/people-lists.ts'
import { planning } from './routes/planning.ts'
import { record } from './routes/record.ts'
import { type RehearsalPorts, rehearsals } from './routes/rehearsals.ts'
import { type SessionPorts, sessions } from './routes/sessions.ts'
import { desk } from './routes/staff.ts'
import { type DoorPorts, tickets } from './routes/tickets.ts'
import { type TokenPorts, tokens } from './routes/tokens.ts'
import { checkBySchemas } from './schema-validation.ts'

export type ApiPorts = DoorPorts & SessionPorts & PeoplePorts & InvitationPorts & RehearsalPorts & TokenPorts

export async function api(app: FastifyInstance, ports: ApiPorts): Promise<void> {
  checkBySchemas(app)
  await openapi(app)
  await app.register(tickets, ports)
  await app.register(sessions, ports)
  await app.register(planning, ports)
  await app.register(links, ports)
  await app.register(people, ports)
  await app.register(lists, ports)
  await app.register(invitations, ports)
  await app.register(record, ports)
  await app.register(rehearsals, ports)
  await app.register(tokens, ports)
  await app.register(desk, ports)
  await app.register(me, ports)
}
