/** The report as Markdown (CommonMark with tables). Quoted text cannot become markup, and keeps its own direction. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine, TextRun } from '../report/blocks.ts'
import { buildReport } from '../report/report.ts'
import type { ReportText } from '../text/report-text.ts'
import { runCooperatively } from './cooperative.ts'

export async function writeMarkdown(record: SessionRecord, reportText: ReportText): Promise<Uint8Array> {
  return new TextEncoder().encode(await runCooperatively(makePage(record, reportText)))
}

function* makePage(record: SessionRecord, reportText: ReportText): Generator<void, string> {
  const writer = new MarkdownWriter(reportText)
  const parts: string[] = []
  for (const block of buildReport(record, reportText)) {
    parts.push(writer.block(block))
    yield
  }
  const page = parts.join('\n\n')
  return reportText.direction === 'rtl' ? `<div dir="rtl" lang="ar">\n\n${page}\n\n</div>\n` : `${page}\n`
}

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Kana}\p{Script=Hangul}\u200e]/u

/** Characters with a special meaning in CommonMark, its tables and common extensions. */
const special = /[\\`*_{}[\]<>#|~&$^]/g

class MarkdownWriter {
  readonly #foreign: RegExp

  constructor({ direction }: ReportText) {
    this.#foreign = direction === 'rtl' ? leftToRight : rightToLeft
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'title':
        return `# ${this.#line(block.line)}`
      case 'subtitle':
        return `**${this.#line(block.line)}**`
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${this.#line(block.line)}`
      case 'paragraph':
        return this.#line(block.line)
      case 'table':
        return [
          this.#row(block.columns.map(({ label }) => label)),
          this.#row(block.columns.map(({ isNumeric }) => (isNumeric ? '---:' : '---'))),
          ...block.rows.map((row) => this.#row(row.map((one) => this.#cell(one)))),
        ].join('\n')
    }
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

  #run({ text, isQuoted, face }: TextRun, isFirst: boolean): string {
    if (face === 'code') return `\`${text}\``
    const safe = isQuoted ? this.#isolate(escapeMarkdown(text, isFirst)) : text
    return face === 'strong' && safe.trim() !== '' ? `**${safe}**` : safe
  }

  /** Wraps text in isolation characters, so that its direction does not affect the text around it. */
  #isolate(text: string): string {
    return this.#foreign.test(text) ? `\u2068${text}\u2069` : text
  }
}

function escapeMarkdown(text: string, isFirst: boolean): string {
  const flat = text
    .replace(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(special, '\\$&')
  if (!isFirst) return flat
  return flat.replace(/^[-+=]/, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\')
}
