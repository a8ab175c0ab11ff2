/** All that is asked over HTTP, in one list. */
import type { FastifyInstance } from 'fastify'
import { checkBySchemas } from './checking.ts'
import { desk } from './desk.ts'
import { invitations, type InvitationPorts } from './invitations.ts'
import { links } from './links.ts'
import { lists } from './lists.ts'
import { me } from './me.ts'
import { openapi } from './openapi.ts'
import { people, type PeoplePorts } from './people.ts'
import { planning } from './planning.ts'
import { record } from './record.ts'
import { type RehearsalPorts, rehearsals } from './rehearsals.ts'
import { type SessionPorts, sessions } from './sessions.ts'
import { type DoorPorts, tickets } from './tickets.ts'
import { type TokenPorts, tokens } from './tokens.ts'

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
