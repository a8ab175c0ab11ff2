/** Lists the sessions of the store. */
import { parseArgs } from 'node:util'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { type CliCommand, CliError } from './cli-command.ts'
import { listSessionIds, withReadableStore } from './open-store.ts'

export const sessionsCommand: CliCommand = {
  usage: 'sessions',
  about: 'lists the sessions: id, phase, planned start, and title',
  run: async (args, { config, print }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    if (positionals.length > 0) throw new CliError(`Usage: rostrum ${sessionsCommand.usage}`)
    return await withReadableStore(config, async ({ log, store }) => {
      const ids = await listSessionIds(store)
      if (ids.length === 0) print('There are no sessions.')
      for (const id of ids) {
        const commits = await log.read(id, revisionZero)
        const { session } = commits.reduce((state, { events, at }) => evolveAll(state, events, at), initialState)
        print([id, session.phase, new Date(session.plan.startsAt).toISOString(), getOriginalText(session.plan.title)].join('  '))
      }
      return 0
    })
  },
}
