/**
 * A data folder with a session in which much has happened, and the tickets of its people. The product's own code decides and stores all of
 * it, without a server in between. So thousands of people and questions are ready within seconds.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFirstSession } from '@rostrum/server/doors/application/first-session'
import { advanceCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import type { Session } from '@rostrum/server/engine/session/session'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import { PersonalLinks } from '@rostrum/server/people/access/personal-links'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { TicketIssuer } from '@rostrum/server/people/access/ticket-issuer'
import type { EntryId, PersonId, QuestionId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Envelope } from '@rostrum/shared/protocol/messages'

export type Wanted = {
  /** The number of participants with a ticket. */
  readonly screens: number
  /** The number of participants without a ticket, who are only registered. */
  readonly registered?: number
  /** The number of published questions, by different people. */
  readonly questions?: number
  /** The number of questions that wait for moderation. */
  readonly pending?: number
  /** The number of people without a ticket who wait for the floor. */
  readonly waiting?: number
  /** The number of further commits by the chair. A checkpoint precedes the last ones. */
  readonly commits?: number
}

export type Prepared = {
  readonly folder: string
  readonly session: string
  readonly chair: string
  readonly tickets: readonly string[]
  /** The secrets that the same people can exchange for a ticket. */
  readonly links: readonly string[]
  readonly questions: readonly QuestionId[]
  readonly pending: readonly QuestionId[]
  readonly waiting: readonly EntryId[]
  /** The key of the cursors. It serves to check the content of a screen. */
  readonly cursorKey: Buffer
  /** Copies the folder for a server of its own. */
  copy(): Promise<string>
  delete(): Promise<void>
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const admittedAtOnce = 1000
const sentAtOnce = 500
const sinceCheckpoint = 2500

export async function prepareFolder(wanted: Wanted, redisUrl: string | null = null): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-bench-'))
  const { log, store } = await openStorage({ data: folder, redisUrl, redisSentinels: null, redisVolatile: false })
  const now = () => toInstant(Date.now())
  const key = await ServerKey.open(store)
  const links = new PersonalLinks(store, key)
  const tickets = new TicketIssuer(links, key, now)
  const sessions = new SessionRegistry({ log, store, now, logger: quiet })
  const session = await openFirstSession(sessions, now())
  await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
  const people = await admitMany(session, wanted)
  const issue = async (person: PersonId): Promise<{ readonly link: string; readonly ticket: string }> => {
    const link = await links.getOrCreate(session.id, person)
    const holder = await links.find(link)
    if (holder === null) throw new Error(`no link for ${person}`)
    return { link, ticket: tickets.issue(holder) }
  }
  const chair = 'chair' as PersonId
  await executeAll(session, [[chair, 'session.open', { onAnyDay: true }]])
  await executeAll(session, [[chair, 'queue.open', {}]])
  const asked = await ask(session, people.others, (wanted.questions ?? 0) + (wanted.pending ?? 0))
  const questions = asked.slice(0, wanted.questions ?? 0)
  await executeAll(
    session,
    questions.map((question) => [chair, 'questions.approve', { question }]),
  )
  const request = { kind: 'intervention', topic: null } as const
  const waiting = await executeAll(
    session,
    people.others.slice(0, wanted.waiting ?? 0).map((person) => [person, 'queue.join', request]),
  )
  // A server that has run for a long time has a checkpoint, and further commits after it.
  await addCommits(session, Math.max(0, (wanted.commits ?? 0) - sinceCheckpoint))
  if (wanted.commits !== undefined) await advanceCheckpoint(log, session.id, quiet)
  await addCommits(session, Math.min(wanted.commits ?? 0, sinceCheckpoint))
  const issued = await Promise.all(people.screens.map(issue))
  const prepared = {
    folder,
    session: session.id,
    chair: (await issue(chair)).ticket,
    tickets: issued.map(({ ticket }) => ticket),
    links: issued.map(({ link }) => link),
    questions,
    pending: asked.slice(questions.length),
    waiting: waiting as readonly string[] as readonly EntryId[],
    cursorKey: key.derive('cursor'),
  }
  await sessions.close()
  await Promise.all([log.close(), store.close()])
  const copies: string[] = []
  return {
    ...prepared,
    copy: async () => {
      const copy = await mkdtemp(join(tmpdir(), 'rostrum-bench-'))
      copies.push(copy)
      await cp(folder, copy, { recursive: true })
      return copy
    },
    delete: async () => {
      for (const each of [folder, ...copies]) await rm(each, { recursive: true, force: true })
    },
  }
}

/** Admits everybody. The others ask the questions and wait for the floor, so no screen has its own question or request. */
async function admitMany(session: Session, { screens, registered = 0, questions = 0, pending = 0, waiting = 0 }: Wanted) {
  const others = Math.max(registered, questions + pending, waiting)
  const groups = session.state.session.groups.map(({ id }) => id)
  const all = Array.from({ length: screens + others }, (_, index): Admission => {
    const person = `${index < screens ? 'screen' : 'other'}-${String(index).padStart(6, '0')}` as PersonId
    const group = groups[index % groups.length] ?? null
    return { person, role: 'participant', entity: `Delegation ${index}`, group, channel: index % 5 < 2 ? 'remote' : 'room' }
  })
  for (let at = 0; at < all.length; at += admittedAtOnce) await session.admit(all.slice(at, at + admittedAtOnce))
  const ids = all.map(({ person }) => person)
  return { screens: ids.slice(0, screens), others: ids.slice(screens) }
}

export const makeQuestionText = (index: number): string =>
  `Question ${index}: what will change for members of region ${index % 9}, and who decides when it does?`

async function ask(session: Session, authors: readonly PersonId[], count: number): Promise<readonly QuestionId[]> {
  const asked = authors
    .slice(0, count)
    .map((author, index): Step<'questions.ask'> => [author, 'questions.ask', { text: makeQuestionText(index), receipt: null }])
  return (await executeAll(session, asked)) as readonly string[] as readonly QuestionId[]
}

/** Sets two limits alternately, so that each commit changes something. */
async function addCommits(session: Session, count: number): Promise<void> {
  const limits = [180_000, 181_000] as const
  const first = session.state.floor.limits.everyone
  const commands = Array.from({ length: count }, (_, index): Step<'floor.set-limit'> => {
    const expectedLimit = index === 0 ? first : (limits[index % 2] ?? first)
    const limit = (limits[(index + 1) % 2] ?? first) as typeof first
    return ['chair' as PersonId, 'floor.set-limit', { scope: { kind: 'everyone' }, limit, expectedLimit } as CommandData<'floor.set-limit'>]
  })
  await executeAll(session, commands)
}

type Step<C extends CommandType> = readonly [person: PersonId, type: C, data: CommandData<C>]

/** Executes the commands and returns their ids. */
async function executeAll<C extends CommandType>(session: Session, steps: readonly Step<C>[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (let at = 0; at < steps.length; at += sentAtOnce) {
    const replies = steps.slice(at, at + sentAtOnce).map(async ([person, type, data]) => {
      const id = newCommandId()
      ids.push(id)
      const reply = await session.execute({ person }, { id, type, data } as unknown as Envelope)
      if (!reply.ok) throw new Error(`${type} by ${person}: ${reply.reason}`)
    })
    await Promise.all(replies)
  }
  return ids
}
