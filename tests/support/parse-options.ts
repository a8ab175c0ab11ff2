import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Parses the options of a command. If one is unknown or has no value, prints the fault and the usage, and returns null. */
export function parseOptions<Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> | null {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    return null
  }
}
