/**
 * Lists the organizers with the link of the first one, and gives others access, renews their links or ends them. So the people who run the
 * server regain access when every link is lost. The list also works next to a running server.
 */
import { singleLineText } from '@rostrum/shared/contract/field-schemas'
import { ApiTokens } from '../../people/access/api-tokens.ts'
import { firstOrganizer, type Organizer, Organizers, type OrganizerWithSecret } from '../../people/access/organizers.ts'
import { ServerKey } from '../../people/access/server-key.ts'
import { detectServerUrl } from '../../people/access/server-url.ts'
import { makeHomeUrl } from '../../people/access/urls.ts'
import { endOrganizer } from '../application/end-organizer.ts'
import type { Config } from '../config.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { now, type OpenStore, withExistingStore, withReadableNextToServer } from './open-store.ts'

type OrganizerAction = (openStore: OpenStore, organizers: Organizers, url: string) => Promise<readonly string[]>

export const organizersCommand: CliCommand = {
  usage: 'organizers [new <name> | renew <id> | end <id>]',
  about: 'lists the organizers with the first one’s link; gives an organizer access, renews a link, or ends an organizer’s access',
  run: async (args, { config, print }) => {
    const action = parseAction(args)
    const open = action === listOrganizers ? withReadableNextToServer : withExistingStore
    return await open(config, async (openStore) => {
      const organizers = new Organizers(openStore.store, await ServerKey.open(openStore.store))
      for (const line of await action(openStore, organizers, getUrl(config))) print(line)
      return 0
    })
  },
}

const getUrl = ({ publicUrl, host, port }: Config): string => publicUrl ?? detectServerUrl(host, port)

/** Arguments are not parsed as options, because an id may begin with a hyphen. */
function parseAction([verb, argument, ...more]: readonly string[]): OrganizerAction {
  if (verb === undefined) return listOrganizers
  if (argument !== undefined && more.length === 0) {
    if (verb === 'new' && !argument.startsWith('-')) return addOrganizer(parseName(argument))
    if (verb === 'renew') return renewOrganizer(argument)
    if (verb === 'end') return endOne(argument)
  }
  throw new CliError(`Usage: rostrum ${organizersCommand.usage}`)
}

const listOrganizers: OrganizerAction = async (_, organizers, url) => [
  makeHomeUrl(url, await organizers.getFirstSecret()),
  ...(await organizers.list()).map(formatOrganizer),
]

const addOrganizer =
  (name: string): OrganizerAction =>
  async (_, organizers, url) =>
    formatWithLink(await organizers.issue(name, now()), url)

const renewOrganizer =
  (id: string): OrganizerAction =>
  async (_, organizers, url) => {
    const renewed = await organizers.renew(id, now())
    if (renewed === null) throw makeUnknownError(id)
    return formatWithLink(renewed, url)
  }

const endOne =
  (id: string): OrganizerAction =>
  async ({ store }, organizers) => {
    if (id === firstOrganizer)
      throw new CliError('The first organizer’s access cannot be ended, so that there is always one organizer. Renew the link instead.')
    if (!(await endOrganizer(id, { organizers, apiTokens: new ApiTokens(store) }))) throw makeUnknownError(id)
    return [`The access of ${id} has ended, and so have the tokens created with it.`]
  }

const makeUnknownError = (id: string): CliError =>
  new CliError(`There is no organizer ${JSON.stringify(id)}. "rostrum organizers" lists them.`)

function parseName(written: string): string {
  const result = singleLineText(80).safeParse(written)
  if (!result.success) throw new CliError('The name of an organizer must be one line of at most 80 visible characters.')
  return result.data
}

const formatWithLink = ({ secret, ...organizer }: OrganizerWithSecret, url: string): readonly string[] => [
  makeHomeUrl(url, secret),
  formatOrganizer(organizer),
]

const formatOrganizer = ({ id, name, madeAt, usedAt }: Organizer): string =>
  [
    id.padEnd(12),
    `made ${formatTime(madeAt, 'at the start')}`.padEnd(22),
    `last used ${formatTime(usedAt, 'never')}`.padEnd(27),
    name ?? 'The first organizer',
  ].join('  ')

const formatTime = (at: number | null, none: string): string => (at === null ? none : `${new Date(at).toISOString().slice(0, 16)}Z`)
