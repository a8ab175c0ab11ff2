/** A list of people comes into a session: whole, in one commit, or not at all. The same rules at every door. */

import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { RowFault } from '../roster/list-errors.ts'
import { type Given, keyOf, type PeopleList, readList } from '../roster/people-list.ts'
import { type Counts, mostPeople, type Roster } from '../roster/roster.ts'
import type { Session } from '../session/session.ts'
import { enrolIn } from './session-setup.ts'

export type ImportPorts = {
  readonly roster: Roster
  /** The same for the same words, and nobody can guess words from it. */
  readonly idFor: (session: SessionId, words: readonly string[]) => PersonId
  readonly freshId: () => CommandId
}

/** In bytes. */
export const largestList = 2 * 1024 * 1024

/** A list as it was sent, and the headers that the sender says its fields have. */
export type Sent = { readonly bytes: Uint8Array; readonly columns: Given }

/** Throws `FaultyList` where the file cannot be read. */
export async function listFor(session: Session, { bytes, columns }: Sent, { roster, idFor }: ImportPorts): Promise<PeopleList> {
  const details = await roster.all(session.id)
  const known = { people: session.state.people.all, details, idFor: (words: readonly string[]) => idFor(session.id, words) }
  return await readList(bytes, columns, session.state.session.groups, known)
}

export type Imported =
  | { readonly kind: 'imported'; readonly key: string; readonly counts: Counts; readonly repeated: boolean }
  | { readonly kind: 'faulty'; readonly faults: readonly RowFault[] }
  | { readonly kind: 'refused'; readonly why: string }

/** One list after another: the second is compared with what came of the first. */
export const importList = (session: Session, actor: Actor, sent: Sent, ports: ImportPorts): Promise<Imported> =>
  inTurn(session.id, () => imported(session, actor, sent, ports))

async function imported(session: Session, actor: Actor, sent: Sent, ports: ImportPorts): Promise<Imported> {
  const { roster, freshId } = ports
  const key = keyOf(sent.bytes, sent.columns)
  const before = await roster.imported(session.id, key)
  if (before !== null) return { kind: 'imported', key, counts: before, repeated: true }
  const { faults, counts, ...list } = await listFor(session, sent, ports)
  if (faults.length > 0) return { kind: 'faulty', faults }
  if (session.state.people.all.size + counts.fresh > mostPeople) return { kind: 'refused', why: 'session-full' }
  const people = list.people.filter(({ outcome }) => outcome !== 'revoked')
  const admissions = people.map(({ admission }) => admission)
  // The log first: stopped in between, everybody is there, and the same file completes what is known of them.
  const answer = await enrolIn(session, actor, admissions, freshId())
  if (!answer.ok) return { kind: 'refused', why: answer.why }
  const known = people.map(({ admission, details }) => [admission.person, details] as const)
  await roster.rememberAll(session.id, known)
  await roster.noteImport(session.id, key, counts)
  return { kind: 'imported', key, counts, repeated: false }
}

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
