/** Points as lines: their tags, their sources, their numbers. */
import { type Cell, type Face, ownRun, quotedRun, type RunLine, type TextRun, withFace } from './blocks.ts'
import type { Point } from './points.ts'
import { markSigns, type ReportContext } from './report-context.ts'

/** Formats counts such as "4 successes" and "1 failure", in the order of the session's tags. */
export function formatTagCounts(context: ReportContext, points: readonly Point[]): readonly RunLine[] {
  const { tags } = context.record
  const used = new Set(points.map(({ tag }) => tag))
  if (used.size === 1 && used.has(null)) return []
  const all = [
    ...tags.filter((tag) => used.has(tag)),
    ...[...used].filter((tag) => tag !== null && !tags.includes(tag)),
    ...(used.has(null) ? [null] : []),
  ]
  const total = points.length
  return all.map((tag) => {
    const n = points.filter((point) => point.tag === tag).length
    if (tag === null) return context.write('tag.none', { n, total })
    if (tag === 'success' || tag === 'failure' || tag === 'expectation') return context.write(`tag.${tag}`, { n, total })
    return context.write('tag.other', { n, total, tag: [quotedRun(tag)] })
  })
}

const tagFaces: readonly Face[] = ['tag', 'tag-dark', 'tag-grey']

/** Formats a tag as a word with an outline. Its look depends on the position of the tag among those of the session. */
export const formatTagMark = (context: ReportContext, tag: string | null): RunLine => {
  if (tag === null) return []
  const face = tagFaces[context.record.tags.indexOf(tag)] ?? 'tag'
  return [{ ...context.formatTag(tag), face }, ownRun(' ')]
}

/** Formats numbers that link to their rows, such as "(13, 15)". Empty if the point has no source. */
export function formatSourceNumbers(context: ReportContext, { sources }: Point): readonly TextRun[] {
  const seen = new Set<string>()
  return sources.flatMap(({ turn, question }) => {
    const run = context.formatSource(turn, question)
    if (run === null || seen.has(run.text)) return []
    seen.add(run.text)
    return [run]
  })
}

/** Makes a note one line. Notes can have several, but a point is one sentence. */
export const flattenNote = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** Makes filled marks for the groups that support, open marks for the others, and the count in words. */
export function makeBreadthCell(context: ReportContext, groups: readonly string[]): Cell {
  const all = context.record.groups
  const marks = all.map(({ id, mark }) => markSigns[groups.includes(id) ? 'filled' : 'open'][mark]).join('')
  return [[ownRun(marks, 'mark')], withFace(context.write('breadth', { n: groups.length, all: all.length }), 'small')]
}
