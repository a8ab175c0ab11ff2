/** Reads a whole log and verifies it: the chain, the order, unique command ids, and that it can be replayed. */
import { parseArgs } from 'node:util'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { nextRevision, type Revision, revisionZero } from '@rostrum/shared/kernel/revision'
import type { Log } from '../../engine/log/log.ts'
import { DamagedLogError, StorageUnavailableError } from '../../engine/log/log-errors.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { listSessionIds, requireSessionId, withReadableStore } from './open-store.ts'

const options = { all: { type: 'boolean', default: false }, head: { type: 'string' } } as const

export const verifyCommand: CliCommand = {
  usage: 'verify <session> [--head <head>] | --all',
  about: 'verifies that a log is complete and unchanged; exit code 1 if it is not',
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if ((name === undefined) !== values.all || more.length > 0 || (values.all && values.head !== undefined))
      throw new CliError(`Usage: rostrum ${verifyCommand.usage}`)
    return await withReadableStore(config, async ({ log, store }) => {
      const sessions = name === undefined ? await listSessionIds(store) : [await requireSessionId(store, name)]
      if (sessions.length === 0) print('There are no sessions.')
      let faults = 0
      for (const session of sessions) {
        const result = await verifyLog(log, session, values.head)
        if (!result.ok) faults += 1
        print(`${session}: ${formatVerifyResult(result)}`)
      }
      return faults === 0 ? 0 : 1
    })
  },
}

type VerifyResult =
  | { readonly ok: true; readonly commits: number; readonly head: string }
  | { readonly ok: false; readonly revision: Revision; readonly problem: string }

const formatVerifyResult = (result: VerifyResult): string =>
  result.ok ? `ok, ${result.commits} commits, head ${result.head}` : `ERROR at commit ${result.revision}: ${result.problem}`

/**
 * Verifies a log. `head`: a head that was noted earlier. A log whose end was cut off is valid as far as it goes. Only an earlier head
 * reveals the cut.
 */
export async function verifyLog(log: Log, session: SessionId, head?: string): Promise<VerifyResult> {
  try {
    return replayCommits(await log.read(session, revisionZero), head)
  } catch (error) {
    if (error instanceof DamagedLogError)
      return { ok: false, revision: error.revision, problem: error.message.replace(/^session .*?, commit \d+: /, '') }
    if (error instanceof StorageUnavailableError) throw new CliError(`${error.message}. Nothing can be said about ${session}.`)
    throw error
  }
}

/** Replays the commits. Their chain and order have already been verified by the log. */
function replayCommits(commits: readonly Commit[], head: string | undefined): VerifyResult {
  const ids = new Set<string>()
  let state = initialState
  for (const { revision, at, command, events } of commits) {
    if (ids.has(command.id)) return { ok: false, revision, problem: `command ${command.id} is in the log twice` }
    ids.add(command.id)
    try {
      state = evolveAll(state, events, at)
    } catch (error) {
      return { ok: false, revision, problem: `it cannot be replayed: ${error instanceof Error ? error.message : String(error)}` }
    }
  }
  const last = commits.at(-1)
  if (last === undefined) return { ok: false, revision: 1 as Revision, problem: 'it is missing; the log is empty' }
  if (head !== undefined && !commits.some(({ chain }) => chain === head))
    return { ok: false, revision: nextRevision(last.revision), problem: `the log ends before it and does not contain the head ${head}` }
  return { ok: true, commits: commits.length, head: last.chain }
}
