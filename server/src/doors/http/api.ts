/** All routes of the HTTP API. */
import type { FastifyInstance } from 'fastify'
import { openApiRoutes } from './openapi.ts'
import { type ActingRoutePorts, actingRoutes } from './routes/acting.ts'
import { type BoothRoutePorts, boothRoutes } from './routes/booth.ts'
import { type CaptionPorts, captionRoutes } from './routes/captions.ts'
import { type CardPorts, cardRoutes } from './routes/cards.ts'
import { type GraphicsRoutePorts, graphicsRoutes } from './routes/graphics.ts'
import { type InvitationPorts, invitationRoutes } from './routes/invitations.ts'
import { linkRoutes } from './routes/links.ts'
import { type MailPorts, mailRoutes } from './routes/mail.ts'
import { meRoutes } from './routes/me.ts'
import { type OrganizerRoutePorts, organizerRoutes } from './routes/organizers.ts'
import { type PeoplePorts, peopleRoutes } from './routes/people.ts'
import { peopleListRoutes } from './routes/people-lists.ts'
import { planRoutes } from './routes/planning.ts'
import { type RecordPorts, recordRoutes } from './routes/record.ts'
import { type RehearsalRoutePorts, rehearsalRoutes } from './routes/rehearsals.ts'
import { type SessionTokenPorts, sessionTokenRoutes } from './routes/session-tokens.ts'
import { type SessionRoutePorts, sessionRoutes } from './routes/sessions.ts'
import { type StaffPorts, staffRoutes } from './routes/staff.ts'
import { type TicketPorts, ticketRoutes } from './routes/tickets.ts'
import { type TokenPorts, tokenRoutes } from './routes/tokens.ts'
import { type WebhookRoutePorts, webhookRoutes } from './routes/webhooks.ts'

export type ApiPorts = TicketPorts &
  SessionRoutePorts &
  PeoplePorts &
  InvitationPorts &
  MailPorts &
  CardPorts &
  RehearsalRoutePorts &
  OrganizerRoutePorts &
  StaffPorts &
  CaptionPorts &
  RecordPorts &
  BoothRoutePorts &
  TokenPorts &
  ActingRoutePorts &
  GraphicsRoutePorts &
  SessionTokenPorts &
  WebhookRoutePorts

export async function apiRoutes(app: FastifyInstance, ports: ApiPorts): Promise<void> {
  await openApiRoutes(app)
  await app.register(ticketRoutes, ports)
  await app.register(sessionRoutes, ports)
  await app.register(planRoutes, ports)
  await app.register(linkRoutes, ports)
  await app.register(peopleRoutes, ports)
  await app.register(peopleListRoutes, ports)
  await app.register(invitationRoutes, ports)
  await app.register(mailRoutes, ports)
  await app.register(cardRoutes, ports)
  await app.register(recordRoutes, ports)
  await app.register(rehearsalRoutes, ports)
  await app.register(organizerRoutes, ports)
  await app.register(tokenRoutes, ports)
  await app.register(staffRoutes, ports)
  await app.register(captionRoutes, ports)
  await app.register(boothRoutes, ports)
  await app.register(actingRoutes, ports)
  await app.register(graphicsRoutes, ports)
  await app.register(sessionTokenRoutes, ports)
  await app.register(webhookRoutes, ports)
  await app.register(meRoutes, ports)
}
