/** The record of a session as a file. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { noRevision } from '@rostrum/shared/contract/ids'
import { Damaged } from '../log/log.ts'
import { exported, type Wanted } from '../record/export-record.ts'
import { type Format, formats } from '../record/formats/formats.ts'
import { type Language, languages } from '../record/text/languages.ts'
import { type Command, Complaint } from './cli-command.ts'
import { sessionNamed, withPresentStore } from './open-store.ts'

const options = {
  format: { type: 'string', default: 'md' },
  language: { type: 'string', default: 'en' },
  public: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const

export const exportRecord: Command = {
  usage: 'export <session> [--format <format>] [--language <language>] [--public [--notes]] [--out <file>]',
  about: `the record as a file; formats: ${formats.join(', ')}; languages: ${languages.join(', ')}`,
  run: async (args, { config, say }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new Complaint(`Usage: rostrum ${exportRecord.usage}`)
    const wanted: Wanted = {
      format: oneOf<Format>('format', formats, values.format),
      language: oneOf<Language>('language', languages, values.language),
      public: values.public,
      notes: values.notes,
    }
    return await withPresentStore(config, async ({ log, store }) => {
      const session = await sessionNamed(store, name)
      const commits = await log.read(session, noRevision).catch((error) => {
        throw error instanceof Damaged ? new Complaint(`${error.message}. Nothing was written.`) : error
      })
      const last = commits.at(-1)
      if (last === undefined) throw new Complaint(`The log of ${session} is empty. Nothing was written.`)
      const made = await exported(session, commits, wanted)
      const path = values.out ?? made.name
      await writeFile(path, made.bytes).catch((error: Error) => {
        throw new Complaint(`${path} cannot be written: ${error.message}`)
      })
      say(`${path}: ${commits.length} commits, head ${last.chain}`)
      return 0
    })
  },
}

function oneOf<T extends string>(option: string, all: readonly T[], given: string): T {
  const found = all.find((one) => one === given)
  if (found === undefined) throw new Complaint(`--${option} is one of ${all.join(', ')}.`)
  return found
}
