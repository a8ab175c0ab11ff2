/** Reads a log from the first commit to the last and says whether it can be vouched for: chain, order, ids, and that it can be replayed. */
import { parseArgs } from 'node:util'
import { following, noRevision, type Revision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import { Damaged, type Log, Unavailable } from '../log/log.ts'
import { type Command, Complaint } from './cli-command.ts'
import { sessionNamed, sessionsIn, withPresentStore } from './open-store.ts'

const options = { all: { type: 'boolean', default: false }, head: { type: 'string' } } as const

export const verify: Command = {
  usage: 'verify <session> [--head <head>] | --all',
  about: 'proves that a log is whole and as it was written; exit code 1 where it is not',
  run: async (args, { config, say }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if ((name === undefined) !== values.all || more.length > 0 || (values.all && values.head !== undefined))
      throw new Complaint(`Usage: rostrum ${verify.usage}`)
    return await withPresentStore(config, async ({ log, store }) => {
      const sessions = name === undefined ? await sessionsIn(store) : [await sessionNamed(store, name)]
      if (sessions.length === 0) say('There is no session.')
      let faults = 0
      for (const session of sessions) {
        const found = await proved(log, session, values.head)
        if (!found.ok) faults += 1
        say(`${session}: ${lineOf(found)}`)
      }
      return faults === 0 ? 0 : 1
    })
  },
}

type Proved =
  | { readonly ok: true; readonly commits: number; readonly head: string }
  | { readonly ok: false; readonly revision: Revision; readonly what: string }

const lineOf = (found: Proved): string =>
  found.ok ? `ok, ${found.commits} commits, head ${found.head}` : `FAULT at commit ${found.revision}: ${found.what}`

/** `head`: of an earlier time. A log that was cut off at its end is in order as far as it goes; only a head noted before shows that. */
export async function proved(log: Log, session: SessionId, head?: string): Promise<Proved> {
  try {
    return replayed(await log.read(session, noRevision), head)
  } catch (error) {
    if (error instanceof Damaged)
      return { ok: false, revision: error.revision, what: error.message.replace(/^session .*?, commit \d+: /, '') }
    if (error instanceof Unavailable) throw new Complaint(`${error.message}. Nothing can be said about ${session}.`)
    throw error
  }
}

/** Commits whose chain and order the log has proved as it read them. */
function replayed(commits: readonly Commit[], head: string | undefined): Proved {
  const ids = new Set<string>()
  let state = emptyState
  for (const { revision, at, command, events } of commits) {
    if (ids.has(command.id)) return { ok: false, revision, what: `command ${command.id} is in the log twice` }
    ids.add(command.id)
    try {
      state = evolveAll(state, events, at)
    } catch (error) {
      return { ok: false, revision, what: `it cannot be replayed: ${error instanceof Error ? error.message : String(error)}` }
    }
  }
  const last = commits.at(-1)
  if (last === undefined) return { ok: false, revision: 1 as Revision, what: 'it is not there; the log is empty' }
  if (head !== undefined && !commits.some(({ chain }) => chain === head))
    return { ok: false, revision: following(last.revision), what: `the log ends before it, and nowhere in it is the head ${head}` }
  return { ok: true, commits: commits.length, head: last.chain }
}
