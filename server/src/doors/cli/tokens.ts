/** Lists, creates and revokes tokens for programs. A token is shown only once. */
import { singleLineText } from '@rostrum/shared/contract/field-schemas'
import { type ApiToken, ApiTokens } from '../../people/access/api-tokens.ts'
import { firstOrganizer } from '../../people/access/organizers.ts'
import { type CliCommand, type CliContext, CliError } from './cli-command.ts'
import { now, withExistingStore } from './open-store.ts'

type TokenAction = (tokens: ApiTokens, print: CliContext['print']) => Promise<void>

export const tokensCommand: CliCommand = {
  usage: 'tokens [new <name> | revoke <id>]',
  about: 'lists, creates or revokes tokens for programs; a token lets a program do what an organizer can do',
  run: async (args, { config, print }) => {
    const action = parseAction(args)
    return await withExistingStore(config, async ({ store }) => {
      await action(new ApiTokens(store), print)
      return 0
    })
  },
}

/** Arguments are not parsed as options, because an id may begin with a hyphen. */
function parseAction([verb, argument, ...more]: readonly string[]): TokenAction {
  if (verb === undefined) return listTokens
  if (argument !== undefined && more.length === 0 && verb === 'new' && !argument.startsWith('-')) return createToken(parseName(argument))
  if (argument !== undefined && more.length === 0 && verb === 'revoke') return revokeToken(argument)
  throw new CliError(`Usage: rostrum ${tokensCommand.usage}`)
}

const listTokens: TokenAction = async (tokens, print) => {
  const all = await tokens.list()
  if (all.length === 0) print('There are no tokens.')
  for (const token of all) print(formatToken(token))
}

const createToken =
  (name: string): TokenAction =>
  async (tokens, print) => {
    const issued = await tokens.issue(name, now(), firstOrganizer)
    print(issued.secret)
    print(formatToken(issued))
  }

const revokeToken =
  (id: string): TokenAction =>
  async (tokens, print) => {
    if (!(await tokens.revoke(id))) throw new CliError(`There is no token ${JSON.stringify(id)}. "rostrum tokens" lists them.`)
    print(`${id} has been revoked.`)
  }

function parseName(written: string): string {
  const result = singleLineText(80).safeParse(written)
  if (!result.success) throw new CliError('The name of a token must be one line of at most 80 visible characters.')
  return result.data
}

const formatToken = ({ id, name, madeAt }: ApiToken): string => `${id}  ${new Date(madeAt).toISOString().slice(0, 16)}Z  ${name}`
