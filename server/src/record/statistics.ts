/** Figures, each from the rows of the record, so that whoever adds the rows up gets the same. */
import { outcomes, type SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { channels } from '@rostrum/shared/contract/roles'
import { projectAudience } from '@rostrum/shared/projection/registry'

type Turns = SessionRecord['turns']
type Requests = SessionRecord['requests']

/** Answers are not billed to anybody, and points of order are not asked for in a line. */
export function statisticsOf(state: State, turns: Turns, all: Requests): SessionRecord['statistics'] {
  const spoken = turns.filter(({ kind }) => kind !== 'answer')
  const requests = asked(all)
  const groups = [...state.session.groups.map(({ id }) => id as string), null]
  const none = (group: string | null) => group === null && ![...spoken, ...requests].some((one) => one.group === null)
  const { questionCounts } = projectAudience(state, 'staff').view
  if (!questionCounts) throw new Error('the staff see no counts of questions')
  const people = [...state.people.all.values()].filter(({ role, revoked }) => role === 'participant' && !revoked)
  const room = people.filter(({ channel }) => channel === 'room').length
  return {
    requests: { total: requests.length, ...counted(requests) },
    spokenSeconds: secondsIn(spoken),
    answersSeconds: secondsIn(turns.filter(({ kind }) => kind === 'answer')),
    groups: groups.flatMap((group) => (none(group) ? [] : [{ group, ...shareOf(spoken, requests, (one) => one.group === group) }])),
    channels: channels.map((channel) => ({ channel, ...shareOf(spoken, requests, (one) => one.channel === channel) })),
    waits: waitsIn(requests),
    registered: { room, remote: people.length - room },
    questions: { ...questionCounts, declined: { ...questionCounts.declined }, answered: { ...questionCounts.answered } },
  }
}

/** What the sentence "23 of 32 requests were heard" counts. */
const asked = (requests: Requests): Requests => requests.filter(({ kind, listed }) => kind === 'intervention' && !listed)

const counted = (requests: Requests): Record<(typeof outcomes)[number], number> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, requests.filter((one) => one.outcome === outcome).length])) as Record<
    (typeof outcomes)[number],
    number
  >

type Row = { readonly group: string | null; readonly channel: 'room' | 'remote' | null }

const shareOf = (turns: Turns, requests: Requests, its: (row: Row) => boolean) => {
  const own = requests.filter(its)
  return {
    requests: own.length,
    heard: own.filter(({ outcome }) => outcome === 'heard' || outcome === 'joint').length,
    spokenSeconds: secondsIn(turns.filter(its)),
    waits: waitsIn(own),
  }
}

const secondsIn = (turns: Turns): number => turns.reduce((sum, { usedSeconds }) => sum + usedSeconds, 0)

/** Half of those who were heard waited no longer than the median. */
function waitsIn(requests: Requests): { median: number; longest: number } | null {
  const waits = requests.flatMap(({ waitSeconds }) => (waitSeconds === null ? [] : [waitSeconds])).sort((a, b) => a - b)
  const [median, longest] = [waits[Math.floor((waits.length - 1) / 2)], waits.at(-1)]
  return median === undefined || longest === undefined ? null : { median, longest }
}
