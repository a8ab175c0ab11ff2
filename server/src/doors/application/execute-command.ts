/** Executes a command that a client sent, whether over a socket or over HTTP. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import { type SpokenLanguage, toSpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { stringify } from 'safe-stable-stringify'
import type { Session } from '../../engine/session/session.ts'
import { findKnownName } from '../../people/access/known-organizations.ts'
import type { ServerKey } from '../../people/access/server-key.ts'
import type { Roster } from '../../people/roster/roster.ts'
import type { TypedNames } from '../../people/roster/typed-names.ts'
import type { SenseRegistry } from '../../services/sense/sense-registry.ts'

export type ExecutePorts = {
  readonly serverKey: ServerKey
  readonly roster: Pick<Roster, 'get'>
  readonly typedNames: TypedNames
  readonly sense: SenseRegistry
}

/**
 * Executes a command. A response to a sentence goes to memory and to no log. A name that the staff typed is stored first, apart from the
 * log. So it can be read when its row appears. It is deleted again if the command is refused. Rejects with `StorageUnavailableError` if the
 * roster or the name cannot be read or stored.
 */
export async function executeCommand(session: Session, person: PersonId, sent: Envelope, ports: ExecutePorts): Promise<Reply> {
  const digest = digestCommand(session, sent, ports)
  if (sent.type === 'sense.respond') return await ports.sense.get(session).respond(person, sent, digest)
  if (sent.type === 'sense.put') return await ports.sense.get(session).put(person, sent, digest)
  if (sent.type === 'sense.publish') return await ports.sense.get(session).publish(person, sent, digest)
  const envelope = writeAsKnown(session, await addLanguage(session, person, sent, ports))
  const name = envelope.type === 'queue.add' ? envelope.data.speaker : null
  const sender = session.state.people.all.get(person)
  if (name === null || sender === undefined || getPersonGrant(sender, 'queue.add') !== 'yes')
    return await session.execute({ person }, envelope, digest)
  const id = envelope.id as string as EntryId
  const { typedNames } = ports
  const isNew = await typedNames.saveNew(session.id, id, name)
  const reply = await session.execute({ person }, envelope, digest)
  // If the log did not confirm the command, it may be stored all the same.
  if (isNew && !reply.ok && reply.reason !== 'unavailable') await typedNames.delete(session.id, id)
  return reply
}

/**
 * Returns a short digest of a command as it was sent, the same on every node and after a restart. It is derived from the key of the server,
 * because the log keeps it: without the key nobody can find out by trial which name was typed.
 */
const digestCommand = (session: Session, { id, type, data }: Envelope, { serverKey }: ExecutePorts): string =>
  serverKey.derive('command', session.id, id, type, stringify(data)).toString('base64url').slice(0, 8)

/** Writes the organization of a speaker whom the staff types as it is registered, so that it counts as one. */
const writeAsKnown = (session: Session, envelope: Envelope): Envelope =>
  envelope.type === 'queue.add' && envelope.data.person === null
    ? { ...envelope, data: { ...envelope.data, entity: findKnownName(session.state.people, envelope.data.entity) } }
    : envelope

/** Adds the language from the roster to a request that does not name the language of its speaker. */
async function addLanguage(session: Session, sender: PersonId, envelope: Envelope, { roster }: ExecutePorts): Promise<Envelope> {
  const speaker = findSpeaker(sender, envelope)
  if (speaker === null) return envelope
  const written = (await roster.get(session.id, speaker)).language
  const language: SpokenLanguage | null = written === null ? null : toSpokenLanguage(written)
  return { ...envelope, data: { ...envelope.data, language } } as Envelope
}

/** Returns the person who will speak if the request leaves the language out, otherwise null. */
function findSpeaker(sender: PersonId, { type, data }: Envelope): PersonId | null {
  if (type === 'queue.join') return data.language === undefined ? sender : null
  return (type === 'queue.add' || type === 'floor.give') && data.language === undefined ? data.person : null
}
