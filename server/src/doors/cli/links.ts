/** Prints the links of a session, as the organizer sees them. They are secrets: anybody who has a link has its role. */
import { parseArgs } from 'node:util'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { ReadOnlyStoreError } from '../../engine/log/lmdb-environment.ts'
import { JoinCodes } from '../../people/access/join-codes.ts'
import { Organizers } from '../../people/access/organizers.ts'
import { PersonalLinks } from '../../people/access/personal-links.ts'
import { ServerKey } from '../../people/access/server-key.ts'
import { detectServerUrl } from '../../people/access/server-url.ts'
import { makeHomeUrl, makeJoinUrl, makeOwnUrl } from '../../people/access/urls.ts'
import { listLinkHolders } from '../application/session-setup.ts'
import type { Config } from '../config.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { type OpenStore, requireSessionId, withReadableNextToServer } from './open-store.ts'

export const linksCommand: CliCommand = {
  usage: 'links <session>',
  about: 'prints the links of the officers, the join code, and the link of the first organizer',
  run: async (args, { config, print }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${linksCommand.usage}`)
    const printLinks = async (openStore: OpenStore): Promise<number> => {
      for (const line of await listLinks(await requireSessionId(openStore.store, name), openStore, config)) print(line)
      return 0
    }
    // Links that do not exist yet are created. Next to a running server that is not possible, because only the server may write.
    return await withReadableNextToServer(config, printLinks)
  },
}

const notMade = 'not created yet; it is created when an organizer opens the list of sessions'

const orNotMade = (link: Promise<string>): Promise<string> =>
  link.catch((error: unknown) => {
    if (error instanceof ReadOnlyStoreError) return notMade
    throw error
  })

export async function listLinks(session: SessionId, { log, store }: OpenStore, config: Config): Promise<readonly string[]> {
  const url = config.publicUrl ?? detectServerUrl(config.host, config.port)
  const serverKey = await ServerKey.open(store)
  const links = new PersonalLinks(store, serverKey)
  const joinLine = new JoinCodes(store, serverKey).getOrCreate(session).then((code) => `${code}   ${makeJoinUrl(url, code)}`)
  const commits = await log.read(session, revisionZero)
  const state = commits.reduce((before, { events, at }) => evolveAll(before, events, at), initialState)
  const officerLinks = await Promise.all(
    listLinkHolders(state).map(async ({ id, entity }) =>
      formatLinkRow(entity, await orNotMade(links.getOrCreate(session, id).then((secret) => makeOwnUrl(url, id, secret)))),
    ),
  )
  return [
    formatLinkRow('Organizer', makeHomeUrl(url, await new Organizers(store, serverKey).getFirstSecret())),
    ...officerLinks,
    formatLinkRow('Join code', await orNotMade(joinLine)),
  ]
}

const formatLinkRow = (name: string, link: string): string => `${name.padEnd(14)} ${link}`
