/** Copies the embedded store to a new folder, even while a server is running. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LmdbEnvironment } from '../../engine/log/lmdb-environment.ts'
import { type CliCommand, CliError } from './cli-command.ts'

export const backupCommand: CliCommand = {
  usage: 'backup <folder>',
  about: 'copies the embedded store to a new folder, even while the server is running; the copy contains secrets',
  run: async (args, { config, print }) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${backupCommand.usage}`)
    if (config.redisUrl !== null) throw new CliError('With Redis, back up Redis itself. See "Backup, Redis" in docs/operating.md.')
    if (!existsSync(join(config.data, 'rostrum.lmdb')))
      throw new CliError(`There is no store in ${config.data}. Name its directory with ROSTRUM_DATA.`)
    const copy = join(folder, 'rostrum.lmdb')
    if (existsSync(copy)) throw new CliError(`${copy} exists already. Name a new folder.`)
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: Error) => {
      throw new CliError(`${folder} cannot be made: ${error.message}`)
    })
    const environment = await LmdbEnvironment.openReader(config.data)
    environment.open('tables', 'json')
    try {
      await environment.copyTo(copy)
    } finally {
      await environment.close()
    }
    print(`${copy}: verify it with ROSTRUM_DATA=${folder} node server/dist/cli.js verify --all`)
    return 0
  },
}
