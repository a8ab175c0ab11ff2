#!/usr/bin/env node
/** What can be done beside the server, from a shell. Configured as the server is. */
import { configFrom, FaultyConfig } from '../config.ts'
import { cannotStore, StorageFault } from '../store/open-storage.ts'
import { Complaint, type Running } from './cli-command.ts'
import { commands } from './commands.ts'
import { help } from './help.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const [name = 'help', ...args] = process.argv.slice(2)
try {
  process.exitCode = await run(name, args)
} catch (error) {
  process.stderr.write(`${lineFor(error)}\n`)
  process.exitCode = 1
}

async function run(name: string, args: readonly string[]): Promise<number> {
  if (/^(help|-h|--help)$/.test(name)) {
    say(help(commands))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined)
    throw new Complaint(`There is no command ${JSON.stringify(name)}. There are: ${Object.keys(commands).join(', ')}, help.`)
  const running: Running = { config: configFrom(process.env, process.cwd()), say }
  return await command.run(args, running)
}

function lineFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Complaint || error instanceof FaultyConfig) return error.message
  if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}\nUsage: rostrum ${commands[name]?.usage}`
  if (error instanceof StorageFault) return storageLine(error.cause)
  return error.stack ?? error.message
}

function storageLine(cause: Error): string {
  const line = cannotStore(cause, configFrom(process.env, process.cwd()))
  const inUse = cause.message.includes('in use by another Rostrum')
  return inUse ? `${line} With the embedded store this works while no server runs; with Redis it works at any time.` : line
}
