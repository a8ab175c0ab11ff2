/** The links of a session, as the organiser sees them. They are secrets: whoever has one has its seat. */
import { parseArgs } from 'node:util'
import { noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { roles } from '@rostrum/shared/contract/roles'
import { emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { Tokens } from '../access/api-tokens.ts'
import { Codes } from '../access/join-codes.ts'
import { Organiser } from '../access/organizer.ts'
import { Links } from '../access/personal-links.ts'
import { Keys } from '../access/server-key.ts'
import { ownUrl } from '../access/server-url.ts'
import { enterUrl, homeUrl, joinUrl } from '../access/urls.ts'
import type { Config } from '../config.ts'
import { type Command, Complaint } from './cli-command.ts'
import { type Stored, sessionNamed, withPresentStore } from './open-store.ts'

export const links: Command = {
  usage: 'links <session>',
  about: 'the links of its officers, its join code, and the link of the organizer',
  run: async (args, { config, say }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new Complaint(`Usage: rostrum ${links.usage}`)
    return await withPresentStore(config, async (stored) => {
      for (const line of await linksOf(await sessionNamed(stored.store, name), stored, config)) say(line)
      return 0
    })
  },
}

export async function linksOf(session: SessionId, { log, store }: Stored, config: Config): Promise<readonly string[]> {
  const url = config.publicUrl ?? ownUrl(config.host, config.port)
  const keys = await Keys.open(store)
  const links = new Links(store, keys)
  const code = await new Codes(store, keys).of(session)
  const commits = await log.read(session, noRevision)
  const { people } = commits.reduce((state, { events, at }) => evolveAll(state, events, at), emptyState)
  const held = await Promise.all(
    officesAmong(people.all.values()).map(async ({ id, entity }) => row(entity, enterUrl(url, await links.current(session, id)))),
  )
  return [
    row('Organizer', homeUrl(url, new Organiser(keys, new Tokens(store)).secret)),
    ...held,
    row('Join code', `${code}   ${joinUrl(url, code)}`),
  ]
}

const row = (name: string, link: string): string => `${name.padEnd(14)} ${link}`

const officesAmong = (people: Iterable<Person>): readonly Person[] =>
  [...people]
    .filter(({ role, revoked }) => role !== 'participant' && !revoked)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.admittedAt - b.admittedAt)
