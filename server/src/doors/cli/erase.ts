/** Deletes the personal data of a session now, as the server does by itself some days after the close. */
import { parseArgs } from 'node:util'
import { Roster } from '../../people/roster/roster.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { requireSessionId, withExistingStore } from './open-store.ts'

const options = { yes: { type: 'boolean', default: false } } as const

export const eraseCommand: CliCommand = {
  usage: 'erase <session> --yes',
  about: 'deletes names, addresses, languages and consents for good; the record keeps organizations and numbers',
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0 || !values.yes) throw new CliError(`Usage: rostrum ${eraseCommand.usage}`)
    return await withExistingStore(config, async ({ store }) => {
      const session = await requireSessionId(store, name)
      const people = await new Roster(store).erase(session)
      print(`${session}: the details of ${people} people were deleted`)
      return 0
    })
  },
}
