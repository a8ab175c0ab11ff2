/** Questions by what is in them and what they belong to. */
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { folded } from '../folding.ts'
import type { Listed } from '../question-lists.ts'

/** Null: any. An empty part of the agenda is none of them. */
export type Wanted = {
  readonly text: string
  readonly segment: SegmentId | '' | null
  readonly tag: string | null
  readonly group: GroupId | null
}

export const anything: Wanted = { text: '', segment: null, tag: null, group: null }

export const isAnything = ({ text, segment, tag, group }: Wanted): boolean =>
  text.trim() === '' && segment === null && tag === null && group === null

/** Every word of it must be there, in any order and also inside of others; Chinese has no spaces. */
export const found = (rows: readonly Listed[], { text, segment, tag, group }: Wanted): readonly Listed[] => {
  const words = folded(text).split(/\s+/u).filter(Boolean)
  return rows.filter(
    (row) =>
      (segment === null || (row.segment ?? '') === segment) &&
      (tag === null || (row.desk?.tags.includes(tag) ?? false)) &&
      (group === null || row.from?.group === group) &&
      (words.length === 0 || words.every((word) => searched(row).includes(word))),
  )
}

const kept = new WeakMap<Listed, string>()

/** What is looked through: both texts, who asked, the labels, and the number with and without its nought. */
const searched = (row: Listed): string => {
  const before = kept.get(row)
  if (before !== undefined) return before
  const { text, number, from, desk } = row
  const named = number > 0 ? [`q${number}`, `q${String(number).padStart(2, '0')}`] : []
  const all = folded([text, desk?.original ?? '', from?.entity ?? '', ...(desk?.tags ?? []), ...named].join('\n'))
  kept.set(row, all)
  return all
}

/** All labels in use, each once, in the order of the alphabet. */
export const tagsOf = (rows: readonly Listed[]): readonly string[] =>
  [...new Set(rows.flatMap(({ desk }) => desk?.tags ?? []))].sort((a, b) => a.localeCompare(b))
