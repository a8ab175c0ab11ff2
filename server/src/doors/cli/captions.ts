/** Writes the captions of a session to a file, next to a recording. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type CaptionFormat, captionFormats } from '@rostrum/shared/contract/caption-files'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { writeCaptionFile } from '../../services/captions/caption-file.ts'
import { describeTurnAt, sortAsSpoken } from '../../services/captions/caption-line.ts'
import { readStoredLines } from '../../services/captions/stored-lines.ts'
import { type CliCommand, CliError, parseChoice } from './cli-command.ts'
import { requireSessionId, withReadableStore } from './open-store.ts'

const options = { language: { type: 'string' }, format: { type: 'string', default: 'vtt' }, out: { type: 'string' } } as const

export const captionsCommand: CliCommand = {
  usage: 'captions <session> [--language <language>] [--format <format>] [--out <file>]',
  about: `writes the captions in a language to a file; formats: ${captionFormats.join(', ')}`,
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${captionsCommand.usage}`)
    const format = parseChoice<CaptionFormat>('format', captionFormats, values.format)
    return await withReadableStore(config, async ({ log, store }) => {
      const id = await requireSessionId(store, name)
      const all = await readStoredLines(store, id)
      const languages = [...all.keys()].sort()
      if (languages.length === 0) throw new CliError(`${id} has no captions. Nothing was written.`)
      const language = parseChoice('language', languages, values.language ?? languages[0] ?? '')
      const commits = await log.read(id, revisionZero)
      const state = commits.reduce((state, { events, at }) => evolveAll(state, events, at), initialState)
      const lines = sortAsSpoken(all.get(language) ?? []).map((line) => ({ ...line, turn: describeTurnAt(state, line.spokenAt) }))
      const path = values.out ?? `${id}-captions-${language}.${format}`
      await writeFile(path, writeCaptionFile(format, lines, state.session.openedAt ?? 0)).catch((error: Error) => {
        throw new CliError(`${path} cannot be written: ${error.message}`)
      })
      print(`${path}: ${lines.length} lines`)
      return 0
    })
  },
}
