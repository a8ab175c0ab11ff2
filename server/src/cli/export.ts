/** Writes the record of a session to a file. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { DamagedLogError } from '../log/log-errors.ts'
import { type ExportOptions, exportRecord } from '../record/export-record.ts'
import { type Format, formats } from '../record/formats/formats.ts'
import { type Language, languages } from '../record/text/languages.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { requireSessionId, withReadableStore } from './open-store.ts'

const options = {
  format: { type: 'string', default: 'md' },
  language: { type: 'string', default: 'en' },
  public: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const

export const exportCommand: CliCommand = {
  usage: 'export <session> [--format <format>] [--language <language>] [--public [--notes]] [--out <file>]',
  about: `writes the record to a file; formats: ${formats.join(', ')}; languages: ${languages.join(', ')}`,
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${exportCommand.usage}`)
    const exportOptions: ExportOptions = {
      format: parseChoice<Format>('format', formats, values.format),
      language: parseChoice<Language>('language', languages, values.language),
      public: values.public,
      notes: values.notes,
    }
    return await withReadableStore(config, async ({ log, store }) => {
      const session = await requireSessionId(store, name)
      const commits = await log.read(session, revisionZero).catch((error) => {
        throw error instanceof DamagedLogError ? new CliError(`${error.message}. Nothing was written.`) : error
      })
      const last = commits.at(-1)
      if (last === undefined) throw new CliError(`The log of ${session} is empty. Nothing was written.`)
      const file = await exportRecord(session, commits, exportOptions)
      const path = values.out ?? file.name
      await writeFile(path, file.bytes).catch((error: Error) => {
        throw new CliError(`${path} cannot be written: ${error.message}`)
      })
      print(`${path}: ${commits.length} commits, head ${last.chain}`)
      return 0
    })
  },
}

function parseChoice<T extends string>(option: string, all: readonly T[], value: string): T {
  const found = all.find((one) => one === value)
  if (found === undefined) throw new CliError(`--${option} is one of ${all.join(', ')}.`)
  return found
}
