import { z } from 'zod'
import { channelSchema, emptyBodySchema, personIdTextSchema, personParamsSchema, roleSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, readRoute, writeRoute } from './route-spec.ts'

const officerLinkSchema = z
  .object({ person: personIdTextSchema, role: roleSchema, entity: z.string(), channel: channelSchema, url: z.string() })
  .meta({ id: 'OfficerLink', description: 'The link of an officer. Anyone who has it has the role.' })

export const listLinksSchema = readRoute({
  id: 'listLinks',
  tag: 'Links',
  summary: 'The links of the officers, and the join code',
  access: 'organizer',
  params: sessionParamsSchema,
  answers: { 200: jsonAnswer('Links are secrets.', z.object({ code: z.string(), join: z.string(), links: z.array(officerLinkSchema) })) },
  refusals: ['no-such-session'],
})

export const renewLinkSchema = writeRoute({
  id: 'renewLink',
  tag: 'Links',
  summary: 'Renew a link',
  about: 'The old link is invalid at once. Connections opened with it close within a second.',
  access: 'organizer',
  params: personParamsSchema,
  body: emptyBodySchema,
  answers: { 200: jsonAnswer('The new link.', officerLinkSchema) },
  refusals: ['no-such-session', 'no-such-person'],
})
