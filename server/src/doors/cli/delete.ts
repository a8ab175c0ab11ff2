/** Deletes a session with all its data, as the organizer's page does. */
import { parseArgs } from 'node:util'
import { isInSession } from '@rostrum/shared/contract/enums'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionState } from '@rostrum/shared/contract/session'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { DamagedLogError } from '../../engine/log/log-errors.ts'
import { JoinCodes } from '../../people/access/join-codes.ts'
import { PersonalLinks } from '../../people/access/personal-links.ts'
import { ServerKey } from '../../people/access/server-key.ts'
import { SessionTokens } from '../../people/access/session-tokens.ts'
import { Roster } from '../../people/roster/roster.ts'
import { deleteRehearsals } from '../../services/rehearsal/rehearsal-registry.ts'
import { WebhookStore } from '../../services/webhooks/webhook-store.ts'
import { type DeleteSessionPorts, deleteSession } from '../application/delete-session.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { now, type OpenStore, openSessionRegistry, requireSessionId, withExistingStore } from './open-store.ts'

const options = { yes: { type: 'boolean', default: false } } as const
const nothing = async () => undefined

export const deleteCommand: CliCommand = {
  usage: 'delete <session> --yes',
  about: 'deletes a session for good, with its record, people, links and captions; refused while it is open or suspended',
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0 || !values.yes) throw new CliError(`Usage: rostrum ${deleteCommand.usage}`)
    return await withExistingStore(config, async (openStore) => {
      const id = await requireSessionId(openStore.store, name)
      const session = await readSession(id, openStore)
      if (session !== null && isInSession(session.phase))
        throw new CliError(`${id} is ${session.phase}. Close it first; the page of the Chair can. Nothing was deleted.`)
      await deleteSession(id, await openStoredParts(openStore))
      print(`${id} was deleted: ${session === null ? 'its log was damaged' : getOriginalText(session.plan.title)}`)
      return 0
    })
  },
}

/** Returns null if the log is damaged. Such a session can be deleted, as on the page. */
async function readSession(id: SessionId, { log }: OpenStore): Promise<SessionState | null> {
  try {
    const commits = await log.read(id, revisionZero)
    return commits.reduce((state, { events, at }) => evolveAll(state, events, at), initialState).session
  } catch (error) {
    if (error instanceof DamagedLogError) return null
    throw error
  }
}

/** The parts of a session that are stored. No session runs in this process, so there is nothing to end. */
async function openStoredParts(openStore: OpenStore): Promise<DeleteSessionPorts> {
  const { store } = openStore
  const serverKey = await ServerKey.open(store)
  const sessions = openSessionRegistry(openStore)
  const webhooks = new WebhookStore(store)
  return {
    sessions,
    rehearsals: {
      deleteFor: (of) => deleteRehearsals(of, { store, sessions }, nothing),
      detach: (rehearsal) => store.delete('rehearsals', rehearsal),
    },
    roster: new Roster(store),
    links: new PersonalLinks(store, serverKey),
    joinCodes: new JoinCodes(store, serverKey),
    tickets: { clearCache: () => undefined },
    sessionTokens: new SessionTokens(store, now),
    webhooks: {
      deleteAll: async (session: SessionId) => {
        for (const hook of await webhooks.list()) if (hook.session === session) await webhooks.delete(hook.id)
      },
    },
    captions: { delete: (session) => store.clear(`captions/${session}`) },
    booths: { delete: () => undefined },
  }
}
