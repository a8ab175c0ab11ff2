/** The log of the model session, played by a script with a given number of requests. It is the same every time. */
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { GroupId, PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Command, Commit, Event, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { decide, evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { makeFoundingEvents } from '@rostrum/shared/domain/session/plan'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { addMillis, type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import { getEvents } from './fixtures.ts'
import { toCommandId } from './given.ts'
import { loadModelPlan } from './load-model-plan.ts'

type ScriptedCommand = { readonly by: string; readonly command: Command }
const makeCommand = (by: string, type: Command['type'], data: object): ScriptedCommand => ({ by, command: { type, data } as Command })

/** Collects commits. A refused command adds nothing. */
class LogBuilder {
  readonly commits: Omit<Commit, 'chain' | 'revision'>[] = []
  state: State = initialState
  #count = 0

  create(plan: Plan, people: readonly Admission[], at: Instant): void {
    this.#write('system', 'session.create', makeFoundingEvents(plan), at)
    this.#write('system', 'people.admit', getEvents(admitPeople(this.state, people)), at)
  }

  /** Returns the id of the thing that the command created, or null if it was refused. */
  execute({ by, command }: ScriptedCommand, at: Instant): string | null {
    const id = toCommandId(`said-${this.#count}`)
    const decision = decide(this.state, command as never, { actor: { person: by as PersonId }, at, id })
    if (!decision.ok) return null
    this.#write(by, command.type, decision.events, at)
    return id
  }

  #write(by: string, type: string, events: readonly Event[], at: Instant): void {
    const command = { id: toCommandId(`said-${this.#count++}`), type } as Commit['command']
    const actor = by === 'system' ? systemActor : { person: by as PersonId }
    this.commits.push({ at, actor, command, events })
    this.state = evolveAll(this.state, events, at)
  }
}

const shares = ['government', 'civil-society', 'government', 'private-sector', 'civil-society', 'technical-academic', 'international']
const entities: Readonly<Record<string, string>> = {
  government: 'Delegation',
  'civil-society': 'Civil society network',
  'private-sector': 'Industry association',
  'technical-academic': 'Research centre',
  international: 'Regional commission',
}
const makePeople = (requests: number): readonly Admission[] => {
  const makeAdmission = (person: string, role: Admission['role'], entity: string): Admission => ({
    person: person as PersonId,
    role,
    entity,
    group: null,
    channel: 'room',
  })
  const participants = Array.from({ length: requests }, (_, index): Admission => {
    const group = shares[index % shares.length] ?? 'government'
    return {
      person: `asks-${index}` as PersonId,
      role: 'participant',
      entity: `${entities[group]} ${index + 1}`,
      group: group as GroupId,
      channel: index % 5 < 3 ? 'room' : 'remote',
    }
  })
  return [makeAdmission('chair', 'chair', 'Chair'), makeAdmission('desk', 'secretariat', 'Secretariat'), ...participants]
}

const noteTexts = [
  'Access grew faster than any target set in 2005.',
  'Finance agreed in 2005 did not reach the least developed countries.',
  'Keep the action lines; align reporting with the 2030 Agenda.',
  'Multistakeholder forums became permanent.',
  'Accessibility was treated as optional.',
  'Publish how each input was addressed.',
]

export type Script = { readonly requests: number; readonly closes?: boolean; readonly plan?: Plan }

/**
 * Builds the log. The session starts one minute late, goes through all segments, and lowers the limit after 42 minutes. At the end some
 * people are not reached.
 */
export function buildScriptedLog({ requests, closes = true, plan = loadModelPlan() }: Script): readonly Commit[] {
  const log = new LogBuilder()
  const start = addMillis(plan.startsAt, minutes(1))
  log.create(plan, makePeople(requests), addMillis(start, minutes(-60)))
  log.execute(makeCommand('chair', 'session.open', {}), start)
  log.execute(makeCommand('chair', 'queue.open', {}), addMillis(start, minutes(2)))
  const segmentMinutes = [11, 33, 65, 82]
  let free = addMillis(start, minutes(11))
  for (let second = 120; second < 88 * 60; second += 10) {
    const at = addMillis(start, seconds(second))
    const due = plan.segments[segmentMinutes.filter((minute) => second >= minute * 60).length]?.id
    const current = log.state.agenda.current
    if (due && due !== current && log.state.floor.current === null)
      log.execute(makeCommand('chair', 'agenda.go', { to: due, expectedCurrent: current }), at)
    if (second === 42 * 60) log.execute(makeCommand('chair', 'floor.set-limit', makeLimit(120_000, 180_000)), at)
    askAt(log, requests, second, at)
    free = chairAt(log, at, free, second)
  }
  if (closes) closeSession(log, addMillis(start, minutes(88)))
  return chainCommits(
    emptyChain,
    log.commits.map((commit, index) => ({ ...commit, revision: (index + 1) as Revision })),
  )
}

const makeLimit = (limit: number, expectedLimit: number) => ({ scope: { kind: 'everyone' }, limit, expectedLimit })

function askAt(log: LogBuilder, requests: number, second: number, at: Instant): void {
  const every = Math.max(10, Math.floor((70 * 60) / Math.max(1, requests) / 10) * 10)
  const index = (second - 120) / every
  if (!Number.isInteger(index) || index >= requests) return
  const entry = log.execute(makeCommand(`asks-${index}`, 'queue.join', { kind: 'intervention', topic: null }), at)
  if (index % 10 === 4 && entry !== null) log.execute(makeCommand(`asks-${index}`, 'queue.withdraw', { entry }), at)
  if (index % 4 === 1) askQuestion(log, index, at)
}

function askQuestion(log: LogBuilder, index: number, at: Instant): void {
  const questionId = log.execute(
    makeCommand(`asks-${index}`, 'questions.ask', { text: `How is input ${index} reflected in the synthesis report?`, receipt: null }),
    at,
  )
  if (questionId === null) return
  if (index % 12 === 5) log.execute(makeCommand('desk', 'questions.decline', { question: questionId, reason: 'off-topic' }), at)
  else if (index % 12 === 9) log.execute(makeCommand('desk', 'questions.hold', { question: questionId }), at)
  else log.execute(makeCommand('desk', 'questions.approve', { question: questionId }), at)
  log.execute(makeCommand(`asks-${index === 1 ? 2 : 1}`, 'questions.support', { question: questionId }), at)
}

/** Takes the Chair's next step: call, start or end. Returns when the following step is due. `second` determines the length of a turn. */
function chairAt(log: LogBuilder, at: Instant, free: Instant, second: number): Instant {
  const { floor, queue, questions, agenda } = log.state
  if (at < free) return free
  if (floor.current !== null) {
    const { id, startedAt } = floor.current
    if (startedAt === null) {
      log.execute(makeCommand('chair', 'floor.start', { turn: id }), at)
      if (floor.current.question === null) addNote(log, id, second, at)
      return addMillis(at, seconds(80 + (second % 90)))
    }
    log.execute(
      makeCommand(
        'chair',
        floor.current.question === null ? 'floor.end' : 'questions.mark-answered',
        floor.current.question === null ? { turn: id } : { question: floor.current.question, answer: 'live' },
      ),
      at,
    )
    return addMillis(at, seconds(10))
  }
  if (second > 80 * 60 || agenda.current === null) return free
  const open = questions.all.find(({ status }) => status === 'approved')
  if (open && second % 7 === 0) {
    log.execute(makeCommand('chair', 'questions.show', { question: open.id, expectedCurrent: null }), at)
    const shown = log.state.floor.current
    if (shown !== null) log.execute(makeCommand('chair', 'floor.start', { turn: shown.id }), at)
  } else if (queue.next !== null)
    log.execute(makeCommand('chair', 'floor.call', { entry: queue.next, expectedCurrent: null, expectedNext: queue.next }), at)
  return addMillis(at, seconds(15))
}

function addNote(log: LogBuilder, turn: string, second: number, at: Instant): void {
  if (second % 3 === 0) return
  const index = log.state.floor.past.length
  const tag = (['success', 'failure', 'expectation'] as const)[index % 3] ?? null
  const text = noteTexts[index % noteTexts.length] ?? ''
  log.execute(
    makeCommand('desk', 'notes.add', { text, tag, segment: log.state.agenda.current as SegmentId, about: { kind: 'turn', turn } }),
    at,
  )
}

function closeSession(log: LogBuilder, at: Instant): void {
  log.execute(makeCommand('chair', 'session.close', {}), at)
  log.state.queue.notReached.slice(0, 2).forEach(({ speaker }, index) => {
    const text = 'We support one reporting calendar for all.\n\nThe full text has been sent to the secretariat.'
    if (speaker.person)
      log.execute(makeCommand(speaker.person, 'statements.submit', { text, expectedVersion: 0 }), addMillis(at, minutes(4 + index)))
  })
}
