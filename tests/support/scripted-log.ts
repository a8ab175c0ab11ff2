/** The model session, played to a script by as many requests as wanted: what its log holds. The same each time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginning, linked } from '@rostrum/server/log/chain'
import { readPlan } from '@rostrum/server/template/read-plan'
import type { GroupId, PersonId, Revision, SegmentId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Command, Commit, Event, State } from '@rostrum/shared/contract/registry'
import { system } from '@rostrum/shared/contract/roles'
import { decide, emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { admit } from '@rostrum/shared/domain/people/register'
import { found } from '@rostrum/shared/domain/session/decide'
import { type Instant, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import { eventsOf } from './fixtures.ts'
import { commandOf } from './given.ts'

type Said = { readonly by: string; readonly command: Command }
const say = (by: string, type: Command['type'], data: object): Said => ({ by, command: { type, data } as Command })

/** A log in the making: what is refused leaves nothing. */
class Log {
  readonly commits: Omit<Commit, 'chain' | 'revision'>[] = []
  state: State = emptyState
  #count = 0

  found(plan: Plan, people: readonly Admission[], at: Instant): void {
    this.#write('system', 'session.create', found(plan), at)
    this.#write('system', 'people.admit', eventsOf(admit(this.state, people)), at)
  }

  /** The id of what it made; null where it was refused. */
  say({ by, command }: Said, at: Instant): string | null {
    const id = commandOf(`said-${this.#count}`)
    const decision = decide(this.state, command as never, { actor: { person: by as PersonId }, at, id })
    if (!decision.ok) return null
    this.#write(by, command.type, decision.events, at)
    return id
  }

  #write(by: string, type: string, events: readonly Event[], at: Instant): void {
    const command = { id: commandOf(`said-${this.#count++}`), type } as Commit['command']
    const actor = by === 'system' ? system : { person: by as PersonId }
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
const peopleFor = (requests: number): readonly Admission[] => {
  const seat = (person: string, role: Admission['role'], entity: string): Admission => ({
    person: person as PersonId,
    role,
    entity,
    group: null,
    channel: 'room',
  })
  const asking = Array.from({ length: requests }, (_, index): Admission => {
    const group = shares[index % shares.length] ?? 'government'
    return {
      person: `asks-${index}` as PersonId,
      role: 'participant',
      entity: `${entities[group]} ${index + 1}`,
      group: group as GroupId,
      channel: index % 5 < 3 ? 'room' : 'remote',
    }
  })
  return [seat('chair', 'chair', 'Chair'), seat('desk', 'secretariat', 'Secretariat'), ...asking]
}

const points = [
  'Access grew faster than any target set in 2005.',
  'Finance agreed in 2005 did not reach the least developed countries.',
  'Keep the action lines; align reporting with the 2030 Agenda.',
  'Multistakeholder forums became permanent.',
  'Accessibility was treated as optional.',
  'Publish how each input was addressed.',
]

/** By its path, which is the same in a test that plays a browser. */
const model = (): Plan => readPlan(readFileSync(join(import.meta.dirname, '../../server/src/template/wsis-at-20.session.yaml'), 'utf8'))

export type Script = { readonly requests: number; readonly closes?: boolean; readonly plan?: Plan }

/** One minute late; topics in turn; the limit is lowered at 12:13; whoever waits at the end is not reached. */
export function consultation({ requests, closes = true, plan = model() }: Script): readonly Commit[] {
  const log = new Log()
  const start = plus(plan.startsAt, minutes(1))
  log.found(plan, peopleFor(requests), plus(start, minutes(-60)))
  log.say(say('chair', 'session.open', {}), start)
  log.say(say('chair', 'queue.open', {}), plus(start, minutes(2)))
  const went = [11, 33, 65, 82]
  let free = plus(start, minutes(11))
  for (let second = 120; second < 88 * 60; second += 10) {
    const at = plus(start, seconds(second))
    const due = plan.segments[went.filter((minute) => second >= minute * 60).length]?.id
    const current = log.state.agenda.current
    if (due && due !== current && log.state.floor.current === null)
      log.say(say('chair', 'agenda.go', { to: due, expectedCurrent: current }), at)
    if (second === 42 * 60) log.say(say('chair', 'floor.limit', limitOf(120_000, 180_000)), at)
    askAt(log, requests, second, at)
    free = driveAt(log, at, free, second)
  }
  if (closes) close(log, plus(start, minutes(88)))
  return linked(
    beginning,
    log.commits.map((commit, index) => ({ ...commit, revision: (index + 1) as Revision })),
  )
}

const limitOf = (limit: number, expectedLimit: number) => ({ scope: { kind: 'everyone' }, limit, expectedLimit })

function askAt(log: Log, requests: number, second: number, at: Instant): void {
  const every = Math.max(10, Math.floor((70 * 60) / Math.max(1, requests) / 10) * 10)
  const index = (second - 120) / every
  if (!Number.isInteger(index) || index >= requests) return
  const entry = log.say(say(`asks-${index}`, 'queue.join', { kind: 'intervention', topic: null }), at)
  if (index % 10 === 4 && entry !== null) log.say(say(`asks-${index}`, 'queue.withdraw', { entry }), at)
  if (index % 4 === 1) question(log, index, at)
}

function question(log: Log, index: number, at: Instant): void {
  const asked = log.say(
    say(`asks-${index}`, 'questions.ask', { text: `How is input ${index} reflected in the synthesis report?`, receipt: null }),
    at,
  )
  if (asked === null) return
  if (index % 12 === 5) log.say(say('desk', 'questions.decline', { question: asked, reason: 'off-topic' }), at)
  else if (index % 12 === 9) log.say(say('desk', 'questions.hold', { question: asked }), at)
  else log.say(say('desk', 'questions.approve', { question: asked }), at)
  log.say(say(`asks-${index === 1 ? 2 : 1}`, 'questions.support', { question: asked }), at)
}

/** Whoever is first is called, starts after a walk and speaks as long as the place in the log says. Gives when the floor is free again. */
function driveAt(log: Log, at: Instant, free: Instant, second: number): Instant {
  const { floor, queue, questions, agenda } = log.state
  if (at < free) return free
  if (floor.current !== null) {
    const { id, startedAt } = floor.current
    if (startedAt === null) {
      log.say(say('chair', 'floor.start', { turn: id }), at)
      note(log, id, second, at)
      return plus(at, seconds(80 + (second % 90)))
    }
    log.say(
      say(
        'chair',
        floor.current.question === null ? 'floor.end' : 'questions.settle',
        floor.current.question === null ? { turn: id } : { question: floor.current.question, answer: 'live' },
      ),
      at,
    )
    return plus(at, seconds(10))
  }
  if (second > 80 * 60 || agenda.current === null) return free
  const open = questions.all.find(({ status }) => status === 'approved')
  if (open && second % 7 === 0) log.say(say('chair', 'questions.show', { question: open.id, expectedCurrent: null }), at)
  else if (queue.next !== null)
    log.say(say('chair', 'floor.call', { entry: queue.next, expectedCurrent: null, expectedNext: queue.next }), at)
  return plus(at, seconds(15))
}

function note(log: Log, turn: string, second: number, at: Instant): void {
  if (second % 3 === 0) return
  const index = log.state.floor.past.length
  const tag = (['success', 'failure', 'expectation'] as const)[index % 3] ?? null
  const text = points[index % points.length] ?? ''
  log.say(say('desk', 'notes.add', { text, tag, segment: log.state.agenda.current as SegmentId, about: { kind: 'turn', turn } }), at)
}

function close(log: Log, at: Instant): void {
  log.say(say('chair', 'session.close', {}), at)
  log.state.queue.unheard.slice(0, 2).forEach(({ speaker }, index) => {
    const text = 'We support one reporting calendar for all.\n\nThe full text has been sent to the secretariat.'
    if (speaker.person) log.say(say(speaker.person, 'statements.file', { text, expectedVersion: 0 }), plus(at, minutes(4 + index)))
  })
}
