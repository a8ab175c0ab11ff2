/** Tokens for programs: listed, made, and revoked. One is shown once. */
import { line } from '@rostrum/shared/contract/field-schemas'
import { type Token, Tokens } from '../access/api-tokens.ts'
import { type Command, Complaint, type Running } from './cli-command.ts'
import { now, withPresentStore } from './open-store.ts'

type Act = (tokens: Tokens, say: Running['say']) => Promise<void>

export const tokens: Command = {
  usage: 'tokens [new <name> | revoke <id>]',
  about: 'the tokens of programs; with one, a program may do what the organizer may',
  run: async (args, { config, say }) => {
    const act = actOf(args)
    return await withPresentStore(config, async ({ store }) => {
      await act(new Tokens(store), say)
      return 0
    })
  },
}

/** Not as options: an id may begin with a hyphen. */
function actOf([verb, given, ...more]: readonly string[]): Act {
  if (verb === undefined) return list
  if (given !== undefined && more.length === 0 && verb === 'new' && !given.startsWith('-')) return make(nameIn(given))
  if (given !== undefined && more.length === 0 && verb === 'revoke') return revoke(given)
  throw new Complaint(`Usage: rostrum ${tokens.usage}`)
}

const list: Act = async (tokens, say) => {
  const all = await tokens.list()
  if (all.length === 0) say('There is no token.')
  for (const token of all) say(rowOf(token))
}

const make =
  (name: string): Act =>
  async (tokens, say) => {
    const made = await tokens.issue(name, now())
    say(made.token)
    say(rowOf(made))
  }

const revoke =
  (id: string): Act =>
  async (tokens, say) => {
    if (!(await tokens.revoke(id))) throw new Complaint(`There is no token ${JSON.stringify(id)}. "rostrum tokens" lists them.`)
    say(`${id} is revoked.`)
  }

function nameIn(written: string): string {
  const read = line(80).safeParse(written)
  if (!read.success) throw new Complaint('The name of a token is one line of at most 80 characters that can be seen.')
  return read.data
}

const rowOf = ({ id, name, madeAt }: Token): string => `${id}  ${new Date(madeAt).toISOString().slice(0, 16)}Z  ${name}`
