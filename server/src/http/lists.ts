/** Lists of people as CSV: looked at first, then imported whole or not at all; the same file again changes nothing. */
import type { PersonId, SessionId } from '@rostrum/shared/kernel/ids'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Keys } from '../access/keys.ts'
import { freshId } from '../access/seats.ts'
import { fields } from '../roster/columns.ts'
import { FaultyList } from '../roster/faults.ts'
import { type Given, keyOf, type PeopleList, readList } from '../roster/list.ts'
import type { Known, Matched } from '../roster/matching.ts'
import { mostPeople, type Roster } from '../roster/roster.ts'
import { enrolIn } from '../session/keeping.ts'
import type { Session } from '../session/session.ts'
import { type Keeper, keeperOf, type KeeperPorts, type OfSession } from './keepers.ts'
import { asWhy, bodyOf, Refused } from './refusals.ts'

export type ListPorts = KeeperPorts & { readonly keys: Keys; readonly roster: Roster }

const largest = 2 * 1024 * 1024
/** Rows that a preview shows, and faults that an answer names; all are counted. */
const [shownRows, shownFaults] = [20, 1_000]

/** Headers by field, where the usual names do not do: `?columns={"entity":"Represents"}`. */
const given = z.strictObject(Object.fromEntries(fields.map((field) => [field, z.string().min(1).max(200).optional()])))
const query = z.strictObject({ columns: z.string().max(2_000).optional() })

export async function lists(app: FastifyInstance, ports: ListPorts): Promise<void> {
  const keepers = new WeakMap<FastifyRequest, Keeper>()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: largest }, (_, body, done) => done(null, body))
  // Before the body is read: nobody else may send it.
  app.addHook('onRequest', async (request) => void keepers.set(request, await keeperOf(ports, request)))

  const sent = (request: FastifyRequest): Sent => {
    const keeper = keepers.get(request)
    if (!keeper) throw new Refused('forbidden')
    if (!Buffer.isBuffer(request.body)) throw new Refused('csv-only')
    return { ...keeper, bytes: request.body, columns: columnsIn(request.query) }
  }

  app.post<OfSession>('/api/sessions/:id/people/preview', async (request, reply) => {
    const { session, bytes, columns } = sent(request)
    const list = await readFor(session, bytes, columns, ports, reply)
    if (list === null) return reply
    const { key, separator, ignored, faults, counts } = list
    const before = await ports.roster.imported(session.id, key)
    const sample = list.people.slice(0, shownRows).map(rowOf)
    return { key, separator, columns: list.columns, ignored, counts, repeated: before !== null, sample, ...faultsOf(faults) }
  })

  app.post<OfSession>('/api/sessions/:id/people/import', async (request, reply) => {
    const given = sent(request)
    return await inTurn(given.session.id, () => importFor(given, ports, reply))
  })
}

/** One list after another: the second is compared with what came of the first. */
const turns = new Map<SessionId, Promise<unknown>>()
async function inTurn<T>(session: SessionId, run: () => Promise<T>): Promise<T> {
  const before = turns.get(session) ?? Promise.resolve()
  const mine = before.then(run, run)
  turns.set(session, mine)
  try {
    return await mine
  } finally {
    if (turns.get(session) === mine) turns.delete(session)
  }
}

type Sent = Keeper & { readonly bytes: Buffer; readonly columns: Given }

async function importFor({ session, actor, bytes, columns }: Sent, ports: ListPorts, reply: FastifyReply) {
  const key = keyOf(bytes, columns)
  const before = await ports.roster.imported(session.id, key)
  if (before !== null) return { key, counts: before, repeated: true }
  const list = await readFor(session, bytes, columns, ports, reply)
  if (list === null) return reply
  const { faults, counts } = list
  if (faults.length > 0) return reply.code(422).send({ why: 'rows-refused', ...faultsOf(faults) })
  if (session.state.people.all.size + counts.fresh > mostPeople) throw new Refused('session-full')
  const people = list.people.filter(({ outcome }) => outcome !== 'revoked')
  const admissions = people.map(({ admission }) => admission)
  // The log first: stopped in between, everybody is there, and the same file completes what is known of them.
  const answer = await enrolIn(session, actor, admissions, freshId())
  if (!answer.ok) throw new Refused(asWhy(answer.why))
  const known = people.map(({ admission, details }) => [admission.person, details] as const)
  await ports.roster.rememberAll(session.id, known)
  await ports.roster.noteImport(session.id, key, counts)
  return { key, counts, repeated: false }
}

function columnsIn(asked: unknown): Given {
  const { columns } = bodyOf(query, asked)
  if (columns === undefined) return {}
  try {
    return bodyOf(given, JSON.parse(columns)) as Given
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused('malformed')
    throw error
  }
}

/** Null where the file is refused as a whole; the answer is given then. */
async function readFor(session: Session, bytes: Buffer, columns: Given, { keys, roster }: ListPorts, reply: FastifyReply) {
  const known: Known = {
    people: session.state.people.all,
    details: await roster.all(session.id),
    idFor: (words) =>
      keys
        .derive('person', session.id, ...words)
        .subarray(0, 12)
        .toString('base64url') as PersonId,
  }
  try {
    return await readList(bytes, columns, session.state.session.groups, known)
  } catch (error) {
    if (!(error instanceof FaultyList)) throw error
    reply.code(422).send({ why: error.why, about: error.about })
    return null
  }
}

const faultsOf = (faults: PeopleList['faults']): object => ({ faults: faults.slice(0, shownFaults), faultCount: faults.length })

const rowOf = ({ listed, outcome, admission, details }: Matched): object => ({
  line: listed.line,
  outcome,
  entity: admission.entity,
  group: admission.group,
  channel: admission.channel,
  ...details,
})
