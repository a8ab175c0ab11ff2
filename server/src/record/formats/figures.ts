/** The statistics of the record, a figure a row. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { outcomes } from '@rostrum/shared/contract/record'
import { type Channel, channels as roomAndRemote } from '@rostrum/shared/contract/roles'
import type { Figure } from './columns.ts'

type FigureRow = {
  readonly figure: Figure
  readonly of: string
  readonly group: string | null
  readonly channel: Channel | null
  readonly value: number
}
type Share = Omit<SessionRecord['statistics']['groups'][number], 'group'>
type Whose = Pick<FigureRow, 'of' | 'group' | 'channel'>

/** What is not of a part of the whole. */
export const total = 'total'
/** Of those who belong to no group. */
export const ungrouped = 'no-group'

export function figuresOf({ statistics }: SessionRecord): readonly FigureRow[] {
  const { requests, groups, channels, registered, questions } = statistics
  const { declined, answered, received, ...rest } = questions
  const fates = { ...answered, ...rest, ...Object.fromEntries(Object.entries(declined).map(([why, count]) => [`declined-${why}`, count])) }
  return [
    row('requests', of(total), requests.total),
    ...outcomes.map((outcome) => row('requests', of(outcome), requests[outcome])),
    row('spokenSeconds', of(total), statistics.spokenSeconds),
    row('answersSeconds', of(total), statistics.answersSeconds),
    ...waitRows(of(total), statistics.waits),
    ...groups.flatMap(({ group, ...share }) => shareRows({ of: group === null ? ungrouped : total, group, channel: null }, share)),
    ...channels.flatMap(({ channel, ...share }) => shareRows({ of: total, group: null, channel }, share)),
    ...roomAndRemote.map((channel) => row('registered', { of: total, group: null, channel }, registered[channel])),
    row('questions', of(total), received),
    ...Object.entries(fates).map(([fate, count]) => row('questions', of(fate), count)),
  ]
}

const of = (part: string): Whose => ({ of: part, group: null, channel: null })
const row = (figure: Figure, whose: Whose, value: number): FigureRow => ({ figure, ...whose, value })

const shareRows = (whose: Whose, { requests, heard, spokenSeconds, waits }: Share): readonly FigureRow[] => [
  row('requests', whose, requests),
  row('heard', whose, heard),
  row('spokenSeconds', whose, spokenSeconds),
  ...waitRows(whose, waits),
]

const waitRows = (whose: Whose, waits: Share['waits']): readonly FigureRow[] =>
  waits === null ? [] : [row('medianWaitSeconds', whose, waits.median), row('longestWaitSeconds', whose, waits.longest)]
