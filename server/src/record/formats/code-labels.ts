/** Codes of tables in the words of a language, for people. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import type { Column } from './columns.ts'
import { total, ungrouped } from './figures.ts'

type Dictionary = ReadonlyMap<string, string>

export type CodeWords = (column: Column, code: string) => string

export function codeWords({ agenda, groups }: SessionRecord, words: Words): CodeWords {
  const parts = new Map(agenda.map(({ id, title }) => [id, title]))
  const labels = new Map(groups.map(({ id, label }) => [id, label]))
  const { accounts } = words
  const declined = Object.entries(words.declines).map(([why, word]) => [`declined-${why}`, accounts.declined(word)] as const)
  const { declined: _, ...received } = accounts
  const dictionaries: Partial<Readonly<Record<Column, Dictionary>>> = {
    kind: of(words.kinds, words.segments),
    segment: parts,
    group: labels,
    supportGroups: labels,
    channel: of(words.channels),
    door: of(words.doors),
    outcome: of(words.outcomes),
    reason: of(words.removals, words.declines),
    status: of(words.statuses),
    answer: of(words.answers),
    figure: of(words.figures),
    of: new Map([...of(received, words.outcomes, words.answers), ...declined, [ungrouped, words.labels.noGroup], [total, words.total]]),
  }
  return (column, code) => dictionaries[column]?.get(code) ?? code
}

const of = (...all: readonly Readonly<Record<string, string>>[]): Dictionary => new Map(all.flatMap((one) => Object.entries(one)))
