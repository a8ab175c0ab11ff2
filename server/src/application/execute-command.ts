/** Executes a command that a client sent, whichever way it came. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import type { TypedNames } from '../roster/typed-names.ts'
import type { SenseRegistry } from '../sense/sense-registry.ts'
import type { Session } from '../session/session.ts'

export type ExecutePorts = { readonly typedNames: TypedNames; readonly sense: SenseRegistry }

/**
 * What was responded to a sentence goes to memory and to no log.
 * A name that the staff typed is stored first, apart from the log, so that no row says that there is one before it can be read. It goes
 * again if the command is refused. Rejects with `StorageUnavailableError` if the name cannot be stored.
 */
export async function executeCommand(session: Session, person: PersonId, envelope: Envelope, ports: ExecutePorts): Promise<Reply> {
  if (envelope.type === 'sense.respond') return await ports.sense.get(session).respond(person, envelope)
  if (envelope.type === 'sense.publish') return await ports.sense.get(session).publish(person, envelope)
  const { typedNames } = ports
  const name = envelope.type === 'queue.add' ? envelope.data.speaker : null
  const sender = session.state.people.all.get(person)
  if (name === null || sender === undefined || getPersonGrant(sender, 'queue.add') !== 'yes')
    return await session.execute({ person }, envelope)
  const id = envelope.id as string as EntryId
  const isNew = await typedNames.saveNew(session.id, id, name)
  const reply = await session.execute({ person }, envelope)
  // Without an answer the command may be stored all the same.
  if (isNew && !reply.ok && reply.reason !== 'unavailable') await typedNames.delete(session.id, id)
  return reply
}
