#!/usr/bin/env node
import { type CliContext, CliError } from './doors/cli/cli-command.ts'
import { cliCommands } from './doors/cli/commands.ts'
import { formatHelp, worksNextToServer } from './doors/cli/help.ts'
/** The command line. It uses the same configuration as the server. */
import { ConfigError, parseConfig } from './doors/config.ts'
import { formatStorageError, StorageError } from './engine/store/open-storage.ts'
import { DamagedTableError } from './engine/store/store.ts'

// Files have secrets and names, and are for nobody else on the machine.
process.umask(0o077)
// A reader that takes only the first lines, as `head` does, has what it wanted.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const [name = 'help', ...args] = process.argv.slice(2)
try {
  process.exitCode = await runCommand(name, args)
} catch (error) {
  process.stderr.write(`${formatCliError(error)}\n`)
  process.exitCode = 1
}

async function runCommand(name: string, args: readonly string[]): Promise<number> {
  if (/^(help|-h|--help)$/.test(name)) {
    print(formatHelp(cliCommands))
    return 0
  }
  const command = Object.hasOwn(cliCommands, name) ? cliCommands[name] : undefined
  if (command === undefined)
    throw new CliError(`There is no command ${JSON.stringify(name)}. Commands: ${Object.keys(cliCommands).join(', ')}, help.`)
  const context: CliContext = { config: parseConfig(process.env, process.cwd()), print }
  return await command.run(args, context)
}

function formatCliError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof CliError || error instanceof ConfigError || error instanceof DamagedTableError) return error.message
  if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}\nUsage: rostrum ${cliCommands[name]?.usage}`
  if (error instanceof StorageError) return formatStorageFailure(error.cause)
  return error.stack ?? error.message
}

function formatStorageFailure(cause: Error): string {
  const line = formatStorageError(cause, parseConfig(process.env, process.cwd()))
  const isInUse = cause.message.includes('in use by another Rostrum')
  return isInUse ? `${line} ${worksNextToServer}` : line
}
