/** The report as Markdown (CommonMark with tables). What others wrote cannot become markup, and keeps its own direction. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, Line, Run } from '../report/blocks.ts'
import { report } from '../report/report.ts'
import type { Words } from '../text/report-text.ts'
import { unhurried } from './cooperative.ts'

export async function markdown(record: SessionRecord, words: Words): Promise<Uint8Array> {
  return new TextEncoder().encode(await unhurried(pageOf(record, words)))
}

function* pageOf(record: SessionRecord, words: Words): Generator<void, string> {
  const written = new Writing(words)
  const parts: string[] = []
  for (const block of report(record, words)) {
    parts.push(written.block(block))
    yield
  }
  const page = parts.join('\n\n')
  return words.direction === 'rtl' ? `<div dir="rtl" lang="ar">\n\n${page}\n\n</div>\n` : `${page}\n`
}

const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Kana}\p{Script=Hangul}\u200e]/u

/** Whatever CommonMark, its tables and its usual extensions take for more than a character. */
const special = /[\\`*_{}[\]<>#|~&$^]/g

class Writing {
  readonly #foreign: RegExp

  constructor({ direction }: Words) {
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
          this.#row(block.heads.map(({ label }) => label)),
          this.#row(block.heads.map(({ figures }) => (figures ? '---:' : '---'))),
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

  #line(line: Line): string {
    return line.map((run, index) => this.#run(run, index === 0)).join('')
  }

  #run({ text, theirs, face }: Run, first: boolean): string {
    if (face === 'code') return `\`${text}\``
    const safe = theirs ? this.#isolated(escaped(text, first)) : text
    return face === 'strong' && safe.trim() !== '' ? `**${safe}**` : safe
  }

  /** A direction of its own, closed where the text ends. */
  #isolated(text: string): string {
    return this.#foreign.test(text) ? `\u2068${text}\u2069` : text
  }
}

function escaped(text: string, first: boolean): string {
  const flat = text
    .replace(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(special, '\\$&')
  if (!first) return flat
  return flat.replace(/^[-+=]/, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\')
}
