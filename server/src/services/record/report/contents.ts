/** The contents, with the numbers of the paragraphs. The program that opens the document fills in the pages. */
import { type Block, type ContentsRow, makeParagraph } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

export type Chapter = { readonly key: string; readonly heading: Block & { readonly kind: 'heading' }; readonly blocks: readonly Block[] }

/** The fewest rows of a report with contents, about five pages. People read through a shorter report faster than through its contents. */
const fewestRows = 90

export function makeContents(context: ReportContext, chapters: readonly Chapter[], annexes: readonly Block[]): readonly Block[] {
  const { labels } = context
  if (estimateRows(chapters, context) < fewestRows) return []
  return [
    makeParagraph('contents-heading', context.write('heading.contents')),
    {
      kind: 'contents',
      columns: [
        { label: labels.chapter, kind: 'rest' },
        { label: labels.paragraphs, kind: 'figure' },
        { label: labels.page, kind: 'figure' },
      ],
      rows: [
        ...chapters.map(
          ({ heading, blocks }): ContentsRow => ({ line: heading.line, paragraphs: formatSpan(blocks), target: heading.anchor }),
        ),
        ...annexes.flatMap((block): readonly ContentsRow[] =>
          block.kind === 'heading' && block.label
            ? [{ line: context.write('heading.labelled', { label: block.label, title: block.line }), paragraphs: '', target: block.anchor }]
            : [],
        ),
      ],
    },
  ]
}

/** Formats the span of paragraph numbers. The marks keep their order in a line from right to left. */
function formatSpan(blocks: readonly Block[]): string {
  const numbers = blocks.flatMap((block) => (block.kind === 'numbered' || block.kind === 'to-write' ? (block.number ?? []) : []))
  const [first, last] = [numbers[0], numbers.at(-1)]
  return first === undefined ? '' : first === last ? `${first}` : `${first}\u200e–\u200e${last}`
}

/** Estimates the length from table rows and paragraphs, roughly in lines. */
const estimateRows = (chapters: readonly Chapter[], { record }: ReportContext): number =>
  record.turns.length +
  chapters
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length + 3 : block.kind === 'figure' ? 12 : 3), 0)
