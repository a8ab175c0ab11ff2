/**
 * A document without a format: headings, paragraphs, tables and pictures of text runs. Quoted text is separate from our own. The record's
 * documents and its page are written from the same blocks.
 */
import { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import { languageIds } from '../kernel/wording.ts'
import { groupMarks } from './group-marks.ts'
import { basisSchema } from './record-points.ts'

const faces = ['plain', 'strong', 'emphasis', 'small', 'code', 'mark', 'tag', 'tag-dark', 'tag-grey'] as const

const runSchema = z.strictObject({
  text: z.string(),
  isQuoted: z.boolean().describe('Text of other people. It can be in any script, and must never become markup.'),
  face: z.enum(faces),
  language: z.string().optional().describe('The tag of the language in which the text is written, if that is known.'),
  anchor: z.string().optional().describe('The long id of what the run names. It is never printed.'),
  target: z.string().optional().describe('The anchor to which the run leads.'),
  href: z.string().optional().describe('The https address outside the report to which the run leads.'),
})
const lineSchema = z.array(runSchema)
const columnSchema = z.strictObject({
  label: z.string(),
  kind: z
    .enum(['figure', 'text', 'rest'])
    .describe('`figure`: numbers and times, aligned at their end. `rest`: takes the width that is left.'),
})
const captionSchema = z.strictObject({ number: lineSchema, title: lineSchema })

const paragraphStyles = [
  ...(['organizer', 'symbol', 'meeting', 'place', 'distribution', 'title', 'subtitle', 'officers', 'notice'] as const),
  ...(['summary-heading', 'summary-text', 'contents-heading', 'responsibility', 'guiding-label', 'guiding-question'] as const),
  ...(['list', 'note', 'table-title', 'lead', 'log', 'body'] as const),
]

const place = { x: z.number(), y: z.number() }
const shapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bar'),
    ...place,
    width: z.number(),
    height: z.number(),
    fill: z.enum(['solid', 'hatched', 'white', 'light']),
  }),
  z.strictObject({
    kind: z.literal('rule'),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
    look: z.enum(['axis', 'event']),
  }),
  z.strictObject({ kind: z.literal('mark'), ...place, mark: z.enum(groupMarks) }),
  z.strictObject({
    kind: z.literal('words'),
    ...place,
    text: z.string(),
    look: z.enum(['label', 'axis', 'value', 'strong']),
    side: z.enum(['left', 'middle', 'right']).describe('The end of the text that is at `x`, counted from the left of the picture.'),
  }),
])
const figureSchema = z
  .strictObject({ width: z.number(), height: z.number(), shapes: z.array(shapeSchema) })
  .describe('A picture as shapes and words, in units of a picture 700 wide. Grey alone, so that it survives a copier.')

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), style: z.enum(paragraphStyles), line: lineSchema }),
  z
    .strictObject({ kind: z.literal('numbered'), number: z.number(), line: lineSchema })
    .describe('A paragraph with a number. The numbers of a document grow, and can have gaps in the public version.'),
  z
    .strictObject({
      kind: z.literal('to-write'),
      id: z.string(),
      number: z.number().nullable(),
      style: z.literal('symbol').optional(),
      line: lineSchema,
    })
    .describe('A place for a text of the secretariat: `line` says what belongs there. With a number, the text becomes that paragraph.'),
  z.strictObject({
    kind: z.literal('heading'),
    level: z.literal([1, 2]),
    line: lineSchema,
    label: lineSchema.optional().describe('“Annex I”, above the title.'),
    anchor: z.string(),
    startsPage: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    look: z.enum(['body', 'annex']),
    caption: captionSchema.nullable(),
    columns: z.array(columnSchema),
    rows: z.array(z.array(z.array(lineSchema))).describe('Rows of cells. A cell has lines.'),
  }),
  z.strictObject({
    kind: z.literal('contents'),
    columns: z.array(columnSchema),
    rows: z.array(z.strictObject({ line: lineSchema, paragraphs: z.string(), target: z.string().nullable() })),
  }),
  z.strictObject({ kind: z.literal('figure'), caption: captionSchema, figure: figureSchema, alt: z.string() }),
])

export type TextRun = ReadonlyDeep<z.infer<typeof runSchema>>
export type Face = TextRun['face']
export type RunLine = readonly TextRun[]
export type Cell = readonly RunLine[]
export type ReportRow = readonly Cell[]
export type TableColumn = ReadonlyDeep<z.infer<typeof columnSchema>>
export type Caption = ReadonlyDeep<z.infer<typeof captionSchema>>
export type Figure = ReadonlyDeep<z.infer<typeof figureSchema>>
export type Shape = Figure['shapes'][number]
export type Fill = Extract<Shape, { kind: 'bar' }>['fill']
export type Block = ReadonlyDeep<z.infer<typeof blockSchema>>
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
export type ParagraphStyle = BlockOf<'paragraph'>['style'] | 'numbered'
export type ContentsRow = BlockOf<'contents'>['rows'][number]

/** The words that were spoken in one turn, from the captions. */
const turnWordsSchema = z.strictObject({
  id: z.string(),
  title: lineSchema,
  texts: z.array(
    z.strictObject({ language: z.string(), line: lineSchema, cut: lineSchema.describe('That the end is missing, if it is.') }),
  ),
})

/** A point for which the Rapporteur can write a sentence of the report, in the language of the page. */
const pagePointSchema = z.strictObject({
  id: z.string().describe('The note that gives the point its words.'),
  item: z.string().describe('The item of the report.'),
  draft: z.string().describe('A first draft of the sentence. It is in no report unless it is accepted.'),
  basis: basisSchema,
  sentences: z
    .array(
      z.strictObject({
        note: z.string().describe('The note to which the sentence belongs.'),
        text: z.string(),
        agrees: z.boolean().describe('False if the point has changed since the sentence was written.'),
      }),
    )
    .describe('The sentence in the report, then those that notes brought when they were joined.'),
})
export type PagePoint = ReadonlyDeep<z.infer<typeof pagePointSchema>>

/** The record as a page, in one language. `words` follows the blocks, so that a reader can choose its language. */
export const recordPageSchema = z.strictObject({
  language: z.enum(languageIds),
  title: z.string(),
  timeZone: z.string(),
  isClosed: z.boolean(),
  head: z.array(blockSchema).describe('The session and the summary.'),
  blocks: z.array(blockSchema).describe('The chapters and annexes.'),
  points: z.array(pagePointSchema).describe('The points, each with a draft of its sentence.'),
  words: z.array(turnWordsSchema).describe('The text of captions for each turn, in each of their languages.'),
})
export type RecordPageContent = ReadonlyDeep<z.infer<typeof recordPageSchema>>
