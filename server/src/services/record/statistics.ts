/** All figures are computed from the rows of the record. So readers who add up the rows get the same figures. */

import { type ByChannel, type Channel, channels, makeByChannel } from '@rostrum/shared/contract/channels'
import { countsAsIntervention, isForSpeaker, turnRules } from '@rostrum/shared/contract/kinds'
import { countByChannel, listParticipants } from '@rostrum/shared/contract/participants'
import { countOutcomes, getOutcome, type QuestionCounts } from '@rostrum/shared/contract/question-statuses'
import { requestOutcomes, type SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { makeRecord } from '@rostrum/shared/kernel/fields'

type Turns = SessionRecord['turns']
type Requests = SessionRecord['requests']
type Rows = Pick<SessionRecord, 'turns' | 'requests' | 'agenda' | 'questions'>

/** Computes all figures. Answers and points of order count for no group or channel: their time is charged to nobody. */
export function computeStatistics(state: State, { turns, requests: allRequests, agenda, questions }: Rows): SessionRecord['statistics'] {
  const countedTurns = turns.filter(({ kind }) => isForSpeaker(kind))
  const requests = selectCountedRequests(allRequests)
  const groups = [...state.session.groups.map(({ id }) => id as string), null]
  const isEmptyGroup = (group: string | null) => group === null && ![...countedTurns, ...requests].some((one) => one.group === null)
  return {
    requests: { total: requests.length, ...countRequests(requests) },
    spokenSeconds: sumUsedSeconds(countedTurns),
    answersSeconds: sumUsedSeconds(turns.filter(({ kind }) => turnRules[kind].countsAs === 'answer')),
    groups: groups.flatMap((group) =>
      isEmptyGroup(group) ? [] : [{ group, ...computeShare(countedTurns, requests, (one) => one.group === group) }],
    ),
    channels: channels.map((channel) => ({ channel, ...computeShare(countedTurns, requests, (one) => one.channel === channel) })),
    waits: computeWaits(requests),
    ...sumLanguages(countedTurns),
    ...countPeople(state, groups),
    questions: countQuestions(questions),
    questionsBySegment: [...agenda.map(({ id }) => id), null].flatMap((segment) => {
      const own = questions.filter((question) => question.segment === segment)
      return own.length === 0 ? [] : [{ segment, ...countQuestions(own) }]
    }),
  }
}

function countQuestions(questions: Rows['questions']): QuestionCounts {
  const outcomes: Record<string, number> = {}
  for (const outcome of questions.map(getOutcome)) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return countOutcomes(outcomes)
}

/** Counts the people as the log recorded them at the close. Without that, it counts those who are registered at the last commit. */
function countPeople({ session, people }: State, groups: readonly (string | null)[]) {
  const { attendance } = session
  if (attendance !== null)
    return {
      registered: sumGroups(attendance.map(({ group, registered }) => ({ group, ...registered }))),
      present: sumGroups(attendance.map(({ group, present }) => ({ group, ...present }))),
    }
  const registered = listParticipants(people)
  const byGroup = groups.flatMap((group) => {
    const members = registered.filter((person) => person.group === group)
    return group === null && members.length === 0 ? [] : [{ group, ...countByChannel(members) }]
  })
  return { registered: { ...countByChannel(registered), groups: byGroup }, present: null }
}

type GroupCounts = ByChannel<number> & { readonly group: string | null }

const sumGroups = (groups: readonly GroupCounts[]) => {
  const totals = makeByChannel((channel) => groups.reduce((sum, one) => sum + one[channel], 0))
  return { ...totals, groups: [...groups] }
}

/** Selects the requests that the sentence "23 of 32 requests were heard" counts. */
export const selectCountedRequests = (requests: Requests): Requests =>
  requests.filter(({ kind, listed }) => countsAsIntervention(kind) && !listed)

const countRequests = (requests: Requests): Readonly<Record<(typeof requestOutcomes)[number], number>> =>
  makeRecord(requestOutcomes, (outcome) => requests.filter((one) => one.outcome === outcome).length)

/** Sums the languages, the most spoken first. Turns whose language nobody stated come last. Empty if nobody ever stated one. */
function sumLanguages(turns: Turns): Pick<SessionRecord['statistics'], 'languages'> {
  const said = [...new Set(turns.flatMap(({ language }) => language ?? []))]
  if (said.length === 0) return {}
  const sum = <Language extends string | null>(language: Language) => {
    const own = turns.filter((turn) => (turn.language ?? null) === language)
    return { language, turns: own.length, spokenSeconds: sumUsedSeconds(own) }
  }
  const sums = said.map(sum).sort((a, b) => b.spokenSeconds - a.spokenSeconds || (a.language < b.language ? -1 : 1))
  const rest = sum(null)
  return { languages: [...sums, ...(rest.turns === 0 ? [] : [rest])] }
}

type StatisticsRow = { readonly group: string | null; readonly channel: Channel | null }

const computeShare = (turns: Turns, requests: Requests, belongs: (row: StatisticsRow) => boolean) => {
  const own = requests.filter(belongs)
  return {
    requests: own.length,
    heard: own.filter(({ outcome }) => outcome === 'heard' || outcome === 'joint').length,
    spokenSeconds: sumUsedSeconds(turns.filter(belongs)),
    waits: computeWaits(own),
  }
}

const sumUsedSeconds = (turns: Turns): number => turns.reduce((sum, { usedSeconds }) => sum + usedSeconds, 0)

/** Computes the lower median and the longest wait, in seconds. Null if nobody was heard. */
function computeWaits(requests: Requests): { median: number; longest: number } | null {
  const waits = requests.flatMap(({ waitSeconds }) => (waitSeconds === null ? [] : [waitSeconds])).sort((a, b) => a - b)
  const [median, longest] = [waits[Math.floor((waits.length - 1) / 2)], waits.at(-1)]
  return median === undefined || longest === undefined ? null : { median, longest }
}
