/** Filters questions by text, segment, tag and group. */
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { foldLetters } from '@rostrum/shared/kernel/fold-text'
import type { ListedQuestion } from '../question-lists.ts'

/** Null means any. An empty segment means "no segment". */
export type QuestionFilter = {
  readonly text: string
  readonly segment: SegmentId | '' | null
  readonly tag: string | null
  readonly group: GroupId | null
}

export const emptyFilter: QuestionFilter = { text: '', segment: null, tag: null, group: null }

export const isEmptyFilter = ({ text, segment, tag, group }: QuestionFilter): boolean =>
  text.trim() === '' && segment === null && tag === null && group === null

/** True if every word is found, in any order and even inside other words, because Chinese has no spaces. */
export const filterQuestions = (
  rows: readonly ListedQuestion[],
  { text, segment, tag, group }: QuestionFilter,
): readonly ListedQuestion[] => {
  const words = foldLetters(text).split(/\s+/u).filter(Boolean)
  return rows.filter(
    (row) =>
      (segment === null || (row.segment ?? '') === segment) &&
      (tag === null || (row.staff?.tags.includes(tag) ?? false)) &&
      (group === null || row.from?.group === group) &&
      (words.length === 0 || words.every((word) => getSearchText(row).includes(word))),
  )
}

const searchTexts = new WeakMap<ListedQuestion, string>()

/** The searched text: both versions, the author, the labels, and the number with and without its leading zero. */
const getSearchText = (row: ListedQuestion): string => {
  const cached = searchTexts.get(row)
  if (cached !== undefined) return cached
  const { text, number, from, staff } = row
  const numberTexts = number > 0 ? [`q${number}`, `q${String(number).padStart(2, '0')}`] : []
  const all = foldLetters([text, staff?.original ?? '', from?.entity ?? '', ...(staff?.tags ?? []), ...numberTexts].join('\n'))
  searchTexts.set(row, all)
  return all
}

/** All tags in use, each once, in alphabetical order. */
export const listTags = (rows: readonly ListedQuestion[]): readonly string[] =>
  [...new Set(rows.flatMap(({ staff }) => staff?.tags ?? []))].sort((a, b) => a.localeCompare(b))
