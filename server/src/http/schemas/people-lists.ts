import { z } from 'zod'
import { listFields } from '../../roster/column-map.ts'
import { listErrors, rowErrors } from '../../roster/list-errors.ts'
import { channelSchema, countSchema, groupSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, writeRoute } from './route-spec.ts'

/** Headers by field, for lists with unusual column names. */
const columnNamesSchema = z.strictObject(Object.fromEntries(listFields.map((field) => [field, z.string().min(1).max(200).optional()])))
const listQuerySchema = z.strictObject({
  columns: z
    .string()
    .max(2_000)
    .transform((text, context) => parseJson(text, context))
    .pipe(columnNamesSchema)
    .optional()
    .describe('Which column is which field, as JSON, if the list has unusual column names: `{"entity":"Represents"}`.'),
})

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    context.addIssue('not JSON')
    return z.NEVER
  }
}

const importCountsSchema = z
  .object({ rows: countSchema, fresh: countSchema, changed: countSchema, same: countSchema, revoked: countSchema })
  .meta({
    id: 'ListCounts',
    description: 'How many rows there are, and how many people are new, changed, unchanged or revoked.',
  })
const rowErrorSchema = z
  .object({
    line: z.int().describe('Counted from 1, including the header.'),
    column: z.string().nullable().describe('As the file names it; null: the whole row.'),
    reason: z.enum(rowErrors),
    first: z.int().optional().describe('The earlier line with the same value.'),
  })
  .meta({ id: 'RowError', description: 'What is wrong with a row.' })
const rowErrorFields = { faults: z.array(rowErrorSchema), faultCount: countSchema }

const previewRowSchema = z.object({
  line: z.int(),
  outcome: z.enum(['fresh', 'changed', 'same', 'revoked']),
  entity: z.string(),
  group: groupSchema,
  channel: channelSchema,
  name: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  nameInRecord: z.boolean().nullable(),
  externalId: z.string().nullable(),
})

const listErrorSchema = z
  .object({
    reason: z.enum(listErrors),
    about: z.union([z.string(), z.int(), z.null()]).describe('The column or line of the error.'),
  })
  .meta({ id: 'ListError', description: 'A file that cannot be read.' })

const csvBodySchema = z
  .string()
  .meta({ description: 'CSV in UTF-8, separated by comma, semicolon or tab; at most 2 MiB, 20,000 rows and 64 columns.' })
const listRouteSpec = {
  tag: 'Lists',
  access: 'organizerOrStaff',
  params: sessionParamsSchema,
  query: listQuerySchema,
  body: csvBodySchema,
  takes: 'text/csv',
} as const

export const previewListSchema = writeRoute({
  ...listRouteSpec,
  id: 'previewList',
  summary: 'Preview a list of people',
  about: 'Shows what an import would do, and changes nothing.',
  answers: {
    200: jsonAnswer(
      'The columns, the first rows, and the errors of the list.',
      z.object({
        key: z.string(),
        separator: z.enum([',', ';', '\t']),
        columns: z.object(Object.fromEntries(listFields.map((field) => [field, z.string().nullable()]))),
        ignored: z.array(z.string()),
        counts: importCountsSchema,
        repeated: z.boolean().describe('Whether this file has been imported before.'),
        sample: z.array(previewRowSchema),
        ...rowErrorFields,
      }),
    ),
  },
  refusals: ['csv-only'],
  faults: [listErrorSchema],
})

export const importListSchema = writeRoute({
  ...listRouteSpec,
  id: 'importList',
  summary: 'Import a list of people',
  about: 'As a whole, or not at all. Importing the same file again changes nothing. Revoked people stay revoked.',
  answers: { 200: jsonAnswer('The result.', z.object({ key: z.string(), counts: importCountsSchema, repeated: z.boolean() })) },
  refusals: ['csv-only', 'session-full', 'no-such-group'],
  faults: [z.object({ reason: z.literal('rows-refused'), ...rowErrorFields }), listErrorSchema],
})
