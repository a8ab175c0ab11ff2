/** Imports a list of people into a session: all in one commit, or nobody. HTTP and command line follow the same rules. */

import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { RowError } from '../roster/list-errors.ts'
import { type ColumnNames, hashList, type PeopleList, readPeopleList } from '../roster/people-list.ts'
import { type ImportCounts, maxPeople, type Roster } from '../roster/roster.ts'
import type { Session } from '../session/session.ts'
import { PerSessionQueue } from './per-session-queue.ts'
import { registerInSession } from './session-setup.ts'

export type ImportPorts = {
  readonly roster: Roster
  /** The same words always give the same id, and nobody can guess the words from it. */
  readonly derivePersonId: (session: SessionId, words: readonly string[]) => PersonId
  readonly newCommandId: () => CommandId
}

/** In bytes. */
export const maxListBytes = 2 * 1024 * 1024

/** A list as it was sent, and the headers that the sender names for its fields. */
export type SentList = { readonly bytes: Uint8Array; readonly columns: ColumnNames }

/** Throws `ListError` if the file cannot be read. */
export async function previewList(
  session: Session,
  { bytes, columns }: SentList,
  { roster, derivePersonId }: ImportPorts,
): Promise<PeopleList> {
  const details = await roster.list(session.id)
  const knownPeople = {
    people: session.state.people.all,
    details,
    derivePersonId: (words: readonly string[]) => derivePersonId(session.id, words),
  }
  return await readPeopleList(bytes, columns, session.state.session.groups, knownPeople)
}

export type ImportResult =
  | { readonly kind: 'imported'; readonly key: string; readonly counts: ImportCounts; readonly repeated: boolean }
  | { readonly kind: 'faulty'; readonly faults: readonly RowError[] }
  | { readonly kind: 'refused'; readonly reason: string }

const imports = new PerSessionQueue()

/** Imports into one session run one after the other, so that each is compared with the result of the one before. Throws `QueueFullError`. */
export const importPeople = (session: Session, actor: Actor, sentList: SentList, ports: ImportPorts): Promise<ImportResult> =>
  imports.run(session.id, () => importNow(session, actor, sentList, ports))

async function importNow(session: Session, actor: Actor, sentList: SentList, ports: ImportPorts): Promise<ImportResult> {
  const { roster, newCommandId } = ports
  const key = hashList(sentList.bytes, sentList.columns)
  const earlier = await roster.findImport(session.id, key)
  if (earlier !== null) return { kind: 'imported', key, counts: earlier, repeated: true }
  const { faults, counts, ...list } = await previewList(session, sentList, ports)
  if (faults.length > 0) return { kind: 'faulty', faults }
  if (session.state.people.all.size + counts.fresh > maxPeople) return { kind: 'refused', reason: 'session-full' }
  const people = list.people.filter(({ outcome }) => outcome !== 'revoked')
  const admissions = people.map(({ admission }) => admission)
  // The log is written first. If the import is interrupted, everybody is admitted, and the same file adds the details.
  const reply = await registerInSession(session, actor, admissions, newCommandId())
  if (!reply.ok) return { kind: 'refused', reason: reply.reason }
  const detailRows = people.map(({ admission, details }) => [admission.person, details] as const)
  await roster.saveAll(session.id, detailRows)
  await roster.saveImport(session.id, key, counts)
  return { kind: 'imported', key, counts, repeated: false }
}
