import { z } from 'zod'
import { fields } from '../../roster/column-map.ts'
import { fileFaults, rowFaults } from '../../roster/list-errors.ts'
import { channel, count, group, ofSession } from './fields.ts'
import { json, writing } from './route-spec.ts'

/** Headers by field, where the usual names do not do. */
const given = z.strictObject(Object.fromEntries(fields.map((field) => [field, z.string().min(1).max(200).optional()])))
const query = z.strictObject({
  columns: z
    .string()
    .max(2_000)
    .transform((text, context) => parsed(text, context))
    .pipe(given)
    .optional()
    .describe('Which column is which field, as JSON, where the usual names do not do: `{"entity":"Represents"}`.'),
})

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    context.addIssue('not JSON')
    return z.NEVER
  }
}

const counts = z.object({ rows: count, fresh: count, changed: count, same: count, revoked: count }).meta({
  id: 'ListCounts',
  description: 'How many rows there are, and how many people are new, said differently, as they were, or revoked.',
})
const fault = z
  .object({
    line: z.int().describe('Counted from 1, the header included.'),
    column: z.string().nullable().describe('As the file names it; null: the whole row.'),
    why: z.enum(rowFaults),
    first: z.int().optional().describe('The line that says the same.'),
  })
  .meta({ id: 'RowFault', description: 'What is wrong with a row.' })
const faulty = { faults: z.array(fault), faultCount: count }

const row = z.object({
  line: z.int(),
  outcome: z.enum(['fresh', 'changed', 'same', 'revoked']),
  entity: z.string(),
  group,
  channel,
  name: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  named: z.boolean().nullable(),
  external: z.string().nullable(),
})

const unreadable = z
  .object({ why: z.enum(fileFaults), about: z.union([z.string(), z.int(), z.null()]).describe('The column or the line that it is about.') })
  .meta({ id: 'UnreadableList', description: 'A file that cannot be read.' })

const list = z
  .string()
  .meta({ description: 'CSV in UTF-8, separated by comma, semicolon or tab; at most 2 MiB, 20,000 rows and 64 columns.' })
const asked = { tag: 'Lists', who: 'keepers', params: ofSession, query, body: list, takes: 'text/csv' } as const

export const preview = writing({
  ...asked,
  id: 'previewList',
  summary: 'Look at a list of people',
  about: 'Says what importing it would come to, and changes nothing.',
  answers: {
    200: json(
      'What the list is; the first rows of it; and what is wrong with it.',
      z.object({
        key: z.string(),
        separator: z.enum([',', ';', '\t']),
        columns: z.object(Object.fromEntries(fields.map((field) => [field, z.string().nullable()]))),
        ignored: z.array(z.string()),
        counts,
        repeated: z.boolean().describe('Whether this file has been imported before.'),
        sample: z.array(row),
        ...faulty,
      }),
    ),
  },
  refusals: ['csv-only'],
  faults: [unreadable],
})

export const importing = writing({
  ...asked,
  id: 'importList',
  summary: 'Import a list of people',
  about: 'Whole, or not at all. The same file again changes nothing. Whoever was revoked stays so.',
  answers: { 200: json('What it came to.', z.object({ key: z.string(), counts, repeated: z.boolean() })) },
  refusals: ['csv-only', 'session-full', 'no-such-group'],
  faults: [z.object({ why: z.literal('rows-refused'), ...faulty }), unreadable],
})
