import { z } from 'zod'
import {
  columnErrors,
  encodings,
  listErrors,
  listFields,
  maxWrittenLength,
  nameOrders,
  rowErrors,
  valueFields,
} from '../contract/people-lists.ts'
import { channelSchema, countSchema, groupSchema, groupsSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable } from './operation.ts'

/** Headers by field, for lists with unusual column names. */
const columnNamesSchema = z.strictObject(
  Object.fromEntries(listFields.map((field) => [field, z.string().min(1).max(200).nullable().optional()])),
)
const listQuerySchema = z.strictObject({
  columns: z
    .string()
    .max(4_000)
    .transform((text, context) => parseJson(text, context))
    .pipe(columnNamesSchema)
    .optional()
    .describe(
      'Which column is which field, as JSON, if the list has unusual column names: `{"entity":"Represents"}`. `null`: not in the list.',
    ),
  encoding: z.enum(encodings).optional().describe('How a CSV file is encoded. Left out: it is guessed.'),
  sheet: z.string().min(1).max(64).optional().describe('The sheet of a workbook. Left out: the first with people.'),
  nameOrder: z
    .enum(nameOrders)
    .optional()
    .describe(
      'How a name is joined from two columns. Left out: `family-first` if the column of family names has a Chinese, Japanese or Korean name, else `given-first`.',
    ),
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
  .object({ rows: countSchema, fresh: countSchema, changed: countSchema, same: countSchema, revoked: countSchema, leftOut: countSchema })
  .meta({
    id: 'ListCounts',
    description:
      'How many rows there are, and how many people are new, changed, unchanged, revoked, or left out by the state of their registration.',
  })
const rowErrorSchema = z
  .object({
    line: z.int().describe('Counted from 1, including the header.'),
    column: z.string().nullable().describe('As the file names it; null: the whole row.'),
    letter: z.string().nullable().describe('The column as a spreadsheet names it; null: the whole row.'),
    value: z.string().nullable().describe('What is in the cell, shortened.'),
    reason: z.enum(rowErrors),
    first: z.int().optional().describe('The earlier line with the same value.'),
  })
  .meta({ id: 'RowError', description: 'What is wrong with a row.' })
const rowErrorFields = {
  faults: z.array(rowErrorSchema),
  faultCount: countSchema,
  groupNames: z.array(z.string()).describe('How a group may be written.'),
}

const sourceSchema = z
  .discriminatedUnion('format', [
    z.object({ format: z.literal('csv'), encoding: z.enum(encodings), separator: z.enum([',', ';', '\t']) }),
    z.object({ format: z.literal('xlsx'), sheet: z.string(), sheets: z.array(z.string()) }),
  ])
  .meta({ id: 'ListSource', description: 'How the file was read.' })

const writtenSchema = z.string().min(1).max(maxWrittenLength)
const valueSchema = z.strictObject({ field: z.enum(valueFields), written: writtenSchema, value: z.string().min(1).max(100) }).meta({
  id: 'ListValue',
  description:
    'What a list writes, and what it means: a group by its id or `none`, a channel, a language tag, `yes` or `no`, `comes` or `left-out`.',
})

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
  pronounced: z.string().nullable(),
  said: z.string().nullable(),
})

const listErrorSchema = z
  .object({
    reason: z.enum(listErrors),
    about: z.union([z.string(), z.int(), z.null()]).describe('The line, sheet, encoding or limit of the error.'),
    columnFaults: z
      .array(z.object({ reason: z.enum(columnErrors), field: z.enum(listFields).nullable(), header: z.string().nullable() }))
      .optional()
      .describe('Every error of the columns.'),
    headers: z.array(z.string()).optional(),
    source: sourceSchema.optional(),
  })
  .meta({ id: 'ListError', description: 'A file that cannot be read.' })

/** The media types of a list. A media type is only what the sender believes; the content shows the real type. */
export const listMediaTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const
const listBodySchema = z.string().meta({
  description:
    'A workbook (XLSX), or CSV in any common encoding, separated by comma, semicolon or tab; at most 2 MiB, 20,000 rows and 64 columns.',
})
const listRouteSpec = {
  tag: 'Lists',
  access: 'organizerOrStaff',
  params: sessionParamsSchema,
  query: listQuerySchema,
  body: listBodySchema,
  takes: listMediaTypes,
} as const

export const peopleListsOperations = {
  'POST /api/sessions/:id/people/preview': {
    ...listRouteSpec,
    id: 'previewList',
    summary: 'Preview a list of people',
    about: 'Shows what an import would do, and changes nothing.',
    answers: {
      200: jsonAnswer(
        'The columns, the first rows, and the errors of the list.',
        z.object({
          key: z.string(),
          source: sourceSchema,
          headers: z.array(z.string()),
          columns: z.record(z.enum(listFields), z.string().nullable()),
          nameOrder: z.enum(nameOrders).describe('How a name in two columns was joined.'),
          ignored: z.array(z.string()),
          counts: importCountsSchema,
          repeated: z.boolean().describe('Whether this file has been imported before.'),
          unclear: z
            .array(z.object({ field: z.enum(valueFields), written: z.string(), rows: countSchema }))
            .describe('What the list writes and nobody has matched, each once.'),
          values: z.array(valueSchema).describe('What was matched in this session.'),
          likely: z
            .array(z.object({ line: z.int(), entity: z.string(), name: z.string().nullable(), first: z.int().nullable() }))
            .describe('People who are probably the same as in the line `first`, or as somebody registered (null). They are imported.'),
          likelyCount: countSchema,
          sample: z.array(previewRowSchema),
          groups: groupsSchema,
          ...rowErrorFields,
        }),
      ),
    },
    refusals: ['list-only'],
    faults: [listErrorSchema],
  },
  'PUT /api/sessions/:id/people/values': {
    id: 'matchListValue',
    tag: 'Lists',
    summary: 'Say what a value of a list means',
    about: 'It is remembered for all lists of the session. Capitals do not count. `null` takes it back.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    body: valueSchema.extend({ value: valueSchema.shape.value.nullable() }),
    answers: { 200: jsonAnswer('What was matched in this session.', z.object({ values: z.array(valueSchema) })) },
    refusals: ['too-large'],
  },
  'POST /api/sessions/:id/people/import': {
    ...listRouteSpec,
    id: 'importList',
    summary: 'Import a list of people',
    about: 'As a whole, or not at all. Importing the same file again changes nothing. Revoked people stay revoked.',
    answers: { 200: jsonAnswer('The result.', z.object({ key: z.string(), counts: importCountsSchema, repeated: z.boolean() })) },
    refusals: ['list-only', 'session-full', 'no-such-group'],
    faults: [z.object({ reason: z.literal('rows-refused'), ...rowErrorFields }), listErrorSchema],
  },
} as const satisfies OperationTable
