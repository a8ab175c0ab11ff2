/** Imports a list of people into a session. If the list has an error, nobody is imported. HTTP and command line follow the same rules. */
import { setImmediate as yielded } from 'node:timers/promises'

import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import type { Actor } from '@rostrum/shared/contract/roles'
import type { RefusalReason } from '@rostrum/shared/protocol/messages'
import type { Session } from '../../engine/session/session.ts'
import type { ListChoices } from '../../people/roster/list-parser.ts'
import { hashList, type PeopleList, readPeopleList } from '../../people/roster/people-list.ts'
import type { MatchedPerson } from '../../people/roster/person-matcher.ts'
import type { ImportCounts, Roster } from '../../people/roster/roster.ts'
import { PerSessionQueue } from './per-session-queue.ts'
import { registerInSession } from './session-setup.ts'

export type ImportPorts = {
  readonly roster: Roster
  /** The same words always give the same id, and nobody can guess the words from it. */
  readonly derivePersonId: (session: SessionId, words: readonly string[]) => PersonId
  readonly newCommandId: () => CommandId
}

/** The most bytes of a list. */

/** A list as it was sent, and the choices of the sender for reading it. */
export type SentList = { readonly bytes: Uint8Array; readonly choices: ListChoices }

/** The most people in one commit. A list of the usual size is one commit. A commit of twenty thousand people would delay everybody. */
const commitSize = 1_000

/** Reads a list and says what an import would do. Throws `ListError` if the file cannot be read. */
export async function previewList(
  session: Session,
  { bytes, choices }: SentList,
  { roster, derivePersonId }: ImportPorts,
): Promise<PeopleList> {
  const details = await roster.list(session.id)
  const known = {
    groups: session.state.session.groups,
    values: await roster.listValues(session.id),
    people: session.state.people.all,
    details,
    derivePersonId: (words: readonly string[]) => derivePersonId(session.id, words),
  }
  return await readPeopleList(bytes, choices, known)
}

export type ImportResult =
  | { readonly kind: 'imported'; readonly key: string; readonly counts: ImportCounts; readonly repeated: boolean }
  | ({ readonly kind: 'faulty' } & Pick<PeopleList, 'faults' | 'groupNames'>)
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'session-full' }

const imports = new PerSessionQueue()

/**
 * Imports a list. Imports into one session run one after the other, so each is compared with the previous result. Throws `QueueFullError`.
 */
export const importPeople = (session: Session, actor: Actor, sentList: SentList, ports: ImportPorts): Promise<ImportResult> =>
  imports.run(session.id, () => importNow(session, actor, sentList, ports))

async function importNow(session: Session, actor: Actor, sentList: SentList, ports: ImportPorts): Promise<ImportResult> {
  const { roster } = ports
  const key = hashList(sentList.bytes, sentList.choices, await roster.listValues(session.id))
  const earlier = await roster.findImport(session.id, key)
  if (earlier !== null) return { kind: 'imported', key, counts: earlier, repeated: true }
  const { faults, counts, ...list } = await previewList(session, sentList, ports)
  if (faults.length > 0) return { kind: 'faulty', faults, groupNames: list.groupNames }
  if (session.state.people.all.size + counts.fresh > maxPeople) return { kind: 'refused', reason: 'session-full' }
  const people = list.people.filter(({ outcome }) => outcome !== 'revoked')
  const reason = await storePeople(session, actor, people, ports)
  if (reason !== null) return { kind: 'refused', reason }
  await roster.saveImport(session.id, key, counts)
  return { kind: 'imported', key, counts, repeated: false }
}

/**
 * Stores the people. The log is written first, in commits that let others be served in between. If the import is interrupted, those who are
 * admitted remain. Importing the same file again adds the others and all details. Returns the reason for a refusal, or null.
 */
async function storePeople(
  session: Session,
  actor: Actor,
  people: readonly MatchedPerson[],
  ports: ImportPorts,
): Promise<RefusalReason | null> {
  for (let begin = 0; begin < people.length; begin += commitSize) {
    const admissions = people.slice(begin, begin + commitSize).map(({ admission }) => admission)
    const reply = await registerInSession(session, actor, admissions, ports.newCommandId())
    if (!reply.ok) return reply.reason
    await yielded()
  }
  await ports.roster.updateAll(
    session.id,
    people.map(({ admission, changes }) => [admission.person, changes] as const),
  )
  return null
}
