/** The statistics of the record, with one figure per row. */

import { channels as allChannels, type Channel } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { requestOutcomes } from '@rostrum/shared/contract/record'
import type { FigureName } from './columns.ts'

type FigureRow = {
  readonly figure: FigureName
  readonly of: string
  readonly group: string | null
  readonly channel: Channel | null
  readonly value: number
}
type FigureShare = Omit<SessionRecord['statistics']['groups'][number], 'group'>
type FigureScope = Pick<FigureRow, 'of' | 'group' | 'channel'>

/** The key of figures for the whole session. */
export const totalKey = 'total'
/** The key of figures for people without a group. */
export const ungroupedKey = 'no-group'

/** Returns the key of figures for one language. Null: the turns whose language nobody stated. */
export const toLanguageKey = (language: string | null): string => `language-${language ?? 'not-said'}`

export function listFigures({ statistics }: SessionRecord): readonly FigureRow[] {
  const { requests, groups, channels, registered, present, questions } = statistics
  const { declined, answered, received, ...rest } = questions
  const questionOutcomes = {
    ...answered,
    ...rest,
    ...Object.fromEntries(Object.entries(declined).map(([reason, count]) => [`declined-${reason}`, count])),
  }
  return [
    makeRow('requests', makeScope(totalKey), requests.total),
    ...requestOutcomes.map((outcome) => makeRow('requests', makeScope(outcome), requests[outcome])),
    makeRow('spokenSeconds', makeScope(totalKey), statistics.spokenSeconds),
    makeRow('answersSeconds', makeScope(totalKey), statistics.answersSeconds),
    ...makeWaitRows(makeScope(totalKey), statistics.waits),
    ...groups.flatMap(({ group, ...share }) =>
      makeShareRows({ of: group === null ? ungroupedKey : totalKey, group, channel: null }, share),
    ),
    ...channels.flatMap(({ channel, ...share }) => makeShareRows({ of: totalKey, group: null, channel }, share)),
    ...(statistics.languages ?? []).flatMap(({ language, turns, spokenSeconds }) => [
      makeRow('turns', makeScope(toLanguageKey(language)), turns),
      makeRow('spokenSeconds', makeScope(toLanguageKey(language)), spokenSeconds),
    ]),
    ...makePeopleRows('registered', registered),
    ...(present === null ? [] : makePeopleRows('present', present)),
    makeRow('questions', makeScope(totalKey), received),
    ...Object.entries(questionOutcomes).map(([outcome, count]) => makeRow('questions', makeScope(outcome), count)),
  ]
}

const makeScope = (part: string): FigureScope => ({ of: part, group: null, channel: null })
const makeRow = (figure: FigureName, scope: FigureScope, value: number): FigureRow => ({ figure, ...scope, value })

const makeShareRows = (scope: FigureScope, { requests, heard, spokenSeconds, waits }: FigureShare): readonly FigureRow[] => [
  makeRow('requests', scope, requests),
  makeRow('heard', scope, heard),
  makeRow('spokenSeconds', scope, spokenSeconds),
  ...makeWaitRows(scope, waits),
]

const makePeopleRows = (figure: 'registered' | 'present', counts: SessionRecord['statistics']['registered']): readonly FigureRow[] =>
  [
    { group: null, of: totalKey, ...counts },
    ...counts.groups.map((one) => ({ of: one.group === null ? ungroupedKey : totalKey, ...one })),
  ].flatMap(({ of, group, ...byChannel }) =>
    allChannels.flatMap((channel) => {
      const count = byChannel[channel]
      return count === null ? [] : [makeRow(figure, { of, group, channel }, count)]
    }),
  )

const makeWaitRows = (scope: FigureScope, waits: FigureShare['waits']): readonly FigureRow[] =>
  waits === null ? [] : [makeRow('medianWaitSeconds', scope, waits.median), makeRow('longestWaitSeconds', scope, waits.longest)]
