/** The report as Markdown (CommonMark with tables). Quoted text cannot become markup, and keeps its own direction. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type {
  Block,
  Caption,
  Cell,
  Face,
  ParagraphStyle,
  ReportRow,
  RunLine,
  TableColumn,
  TextRun,
} from '@rostrum/shared/contract/report-blocks'
import { getPlainText, ownRun } from '../report/blocks.ts'
import type { Outline } from '../report/outline.ts'
import { buildReport } from '../report/report.ts'
import type { ReportText } from '../text/report-text.ts'
import { runCooperatively } from './cooperative.ts'

/** `outline`: the numbers of the full version, for a public one. */
export async function writeMarkdown(record: SessionRecord, reportText: ReportText, outline?: Outline): Promise<Uint8Array> {
  return new TextEncoder().encode(await runCooperatively(makePage(record, reportText, outline)))
}

function* makePage(record: SessionRecord, reportText: ReportText, outline?: Outline): Generator<void, string> {
  const writer = new MarkdownWriter(reportText)
  const parts: string[] = []
  for (const block of buildReport(record, reportText, outline)) {
    const text = block === null ? '' : writer.block(block)
    if (text !== '') parts.push(text)
    yield
  }
  const page = parts.join('\n\n')
  const { language } = new Intl.Locale(reportText.tag)
  return reportText.direction === 'rtl' ? `<div dir="rtl" lang="${language}">\n\n${page}\n\n</div>\n` : `${page}\n`
}

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Kana}\p{Script=Hangul}\u200e]/u

/** Characters with a special meaning in CommonMark, its tables and common extensions. */
const special = /[\\`*_{}[\]<>#|~&$^]/g

/** Paragraphs that stand out from the others. */
const strongStyles: ReadonlySet<ParagraphStyle> = new Set([
  'meeting',
  'table-title',
  'subtitle',
  'notice',
  'guiding-label',
  'contents-heading',
  'summary-heading',
])

class MarkdownWriter {
  readonly #foreign: RegExp
  /** Replaces a tabulator between a label and its text. */
  readonly #colon: string
  readonly #reportText: ReportText

  constructor(reportText: ReportText) {
    this.#reportText = reportText
    this.#colon = getPlainText(reportText.write('heading.labelled', { label: [], title: [] }))
    this.#foreign = reportText.direction === 'rtl' ? leftToRight : rightToLeft
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraph(block.style, block.line)
      case 'numbered':
        return `${block.number}. ${this.#line(block.line)}`
      case 'to-write':
        return `${block.number === null ? '' : `${block.number}. `}*[${getPlainText(this.#reportText.write('label.toWrite'))} · ${this.#line(block.line)}]*`
      case 'heading': {
        const line = block.label ? this.#reportText.write('heading.labelled', { label: block.label, title: block.line }) : block.line
        return `${'#'.repeat(block.level + 1)} ${makeAnchor(block.anchor)}${this.#line(line)}`
      }
      case 'table':
        return [...(block.caption ? [this.#caption(block.caption), ''] : []), this.#table(block.columns, block.rows)].join('\n')
      case 'contents':
        // Markdown has no pages.
        return block.rows
          .map(({ line, paragraphs, target }) => {
            const title = target === null ? this.#line(line) : `[${this.#line(line)}](#${target})`
            return `- ${title}${paragraphs === '' ? '' : ` (${paragraphs})`}`
          })
          .join('\n')
      case 'figure':
        return `${this.#caption(block.caption)}\n\n${escapeMarkdown(block.alt, true)}`
    }
  }

  #paragraph(style: ParagraphStyle, line: RunLine): string {
    const text = this.#line(line)
    if (text === '') return ''
    if (style === 'title') return `# ${text}`
    if (style === 'list') return `- ${text}`
    return strongStyles.has(style) ? `**${text}**` : text
  }

  #caption({ number, title }: Caption): string {
    return `${this.#line(number)}. **${this.#line(title)}**`
  }

  #table(columns: readonly TableColumn[], rows: readonly ReportRow[]): string {
    return [
      this.#row(columns.map(({ label }) => this.#run(ownRun(label), true))),
      this.#row(columns.map(({ kind }) => (kind === 'figure' ? '---:' : '---'))),
      ...rows.map((row) => this.#row(row.map((one) => this.#cell(one)))),
    ].join('\n')
  }

  #row(cells: readonly string[]): string {
    return `| ${cells.join(' | ')} |`
  }

  #cell(cell: Cell): string {
    return cell
      .map((line) => this.#line(line))
      .filter((text) => text !== '')
      .join('<br>')
  }

  #line(line: RunLine): string {
    return line.map((run, index) => this.#run(run, index === 0)).join('')
  }

  #run({ text, isQuoted, face, anchor, target, href }: TextRun, isFirst: boolean): string {
    if (face === 'code') return `\`${text}\``
    const flat = text.replaceAll('\t', this.#colon)
    const safe = isQuoted ? this.#isolate(escapeMarkdown(flat, isFirst)) : flat
    const styled = safe.trim() === '' || !strongFaces.has(face) ? safe : `**${safe}**`
    const address = href === undefined ? target && `#${target}` : `<${href}>`
    const linked = address === undefined ? styled : `[${styled}](${address})`
    return anchor === undefined ? linked : makeAnchor(anchor) + linked
  }

  /** Wraps text in isolation characters, so that its direction does not affect the text around it. */
  #isolate(text: string): string {
    return this.#foreign.test(text) ? `\u2068${text}\u2069` : text
  }
}

const strongFaces: ReadonlySet<Face> = new Set(['strong', 'tag', 'tag-dark', 'tag-grey'])

/** Makes an anchor. Ids consist of letters, digits, hyphens and underscores. */
const makeAnchor = (id: string): string => `<a id="${id}"></a>`

function escapeMarkdown(text: string, isFirst: boolean): string {
  const flat = text
    .replace(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(special, '\\$&')
  if (!isFirst) return flat
  return flat.replace(/^[-+=]/, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\')
}
