import { z } from 'zod'
import { channelSchema, groupSchema, groupsSchema, personIdTextSchema, sessionParamsSchema, wordingTextSchema } from './fields.ts'
import { jsonAnswer, type OperationTable } from './operation.ts'

export const cardsOperations = {
  'GET /api/sessions/:id/cards': {
    id: 'listCards',
    tag: 'Invitations',
    summary: 'All members, to print their cards or a list',
    about: 'By organization and name. Links are secrets, and only there if they are asked for.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.strictObject({ links: z.enum(['yes', 'no']).default('no') }),
    answers: {
      200: jsonAnswer(
        'Everybody who may take part.',
        z.object({
          title: wordingTextSchema,
          groups: groupsSchema,
          people: z.array(
            z.object({
              person: personIdTextSchema,
              number: z.int(),
              entity: z.string(),
              name: z.string().nullable(),
              group: groupSchema,
              channel: channelSchema,
              url: z.string().nullable().describe('The personal link.'),
            }),
          ),
        }),
      ),
    },
  },
} as const satisfies OperationTable
