/** Points as lines: their tags, their sources, their numbers. */

import { markSigns } from '@rostrum/shared/contract/group-marks'
import type { Cell, Face, RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import { ownRun, quotedRun, withFace } from './blocks.ts'
import type { Point } from './points.ts'
import type { ReportContext } from './report-context.ts'

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
  return sources.flatMap((source) => {
    const run = context.formatSource(source)
    if (run === null || seen.has(run.text)) return []
    seen.add(run.text)
    return [run]
  })
}

/** Formats the people who made a point: their groups, and the panel with those who answered. */
export function formatSpeakers(context: ReportContext, { groups, isFromPanel, sources }: Point): readonly RunLine[] {
  const answerers = new Set(sources.flatMap(({ kind, entity }) => (kind === 'answer-to' && entity !== null ? [entity] : [])))
  const who = answerers.size === 0 ? 'none' : context.list([...answerers].map((entity) => [quotedRun(entity)]))
  return [...(groups.length === 0 ? [] : [context.formatGroups(groups)]), ...(isFromPanel ? [context.write('said.panel', { who })] : [])]
}

/** Marks a point that was written or changed after the close. Annex II explains the mark. */
export const formatLateMark = ({ afterClose }: Point): RunLine => (afterClose ? [ownRun('*')] : [])

/** Makes a note one line. Notes can have several, but a point is one sentence. */
export const flattenNote = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()

/** Makes filled marks for the groups that support, open marks for the others, and the count in words. */
export function makeBreadthCell(context: ReportContext, groups: readonly string[]): Cell {
  const all = context.record.groups
  const marks = all.map(({ id, mark }) => markSigns[groups.includes(id) ? 'filled' : 'open'][mark]).join('')
  return [[ownRun(marks, 'mark')], withFace(context.write('breadth', { n: groups.length, all: all.length }), 'small')]
}
