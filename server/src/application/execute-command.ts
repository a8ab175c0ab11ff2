/** Executes a command that a client sent, whichever way it came. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import { getPersonGrant } from '@rostrum/shared/domain/permissions'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import type { TypedNames } from '../roster/typed-names.ts'
import type { Session } from '../session/session.ts'

/**
 * A name that the staff typed is stored first, apart from the log, so that no row says that there is one before it can be read. It goes
 * again if the command is refused. Rejects with `StorageUnavailableError` if the name cannot be stored.
 */
export async function executeCommand(session: Session, person: PersonId, envelope: Envelope, typedNames: TypedNames): Promise<Reply> {
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
