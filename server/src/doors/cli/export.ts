/** Writes the record of a session to a file. */

import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { formats } from '@rostrum/shared/contract/record-formats'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { DamagedLogError } from '../../engine/log/log-errors.ts'
import { Roster } from '../../people/roster/roster.ts'
import { readStoredLines } from '../../services/captions/stored-lines.ts'
import { type ExportOptions, exportPdf, exportRecord } from '../../services/record/export-record.ts'
import { TemplateError, type TemplateFault } from '../../services/record/formats/docx-template.ts'
import { PdfError, PdfMaker } from '../../services/record/pdf-maker.ts'
import { readAgreedNames } from '../application/agreed-names.ts'
import { type CliCommand, CliError, parseChoice } from './cli-command.ts'
import { requireSessionId, withReadableStore } from './open-store.ts'

const options = {
  format: { type: 'string', default: 'md' },
  language: { type: 'string', default: 'en' },
  public: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  template: { type: 'string' },
  out: { type: 'string' },
} as const

/** The formats of the record, and the PDF that LibreOffice makes. */
const choices = [...formats, 'pdf'] as const

export const exportCommand: CliCommand = {
  usage: 'export <session> [--format <format>] [--language <language>] [--public [--notes]] [--template <file>] [--out <file>]',
  about: `writes the record to a file; formats: ${choices.join(', ')}; languages: ${languageIds.join(', ')}`,
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${exportCommand.usage}`)
    const format = parseChoice('format', choices, values.format)
    const exportOptions: Omit<ExportOptions, 'format'> = {
      language: parseChoice<LanguageId>('language', languageIds, values.language),
      public: values.public,
      notes: values.notes,
      ...(values.template === undefined ? {} : { template: await readTemplateFile(values.template, values.format) }),
    }
    return await withReadableStore(config, async ({ log, store }) => {
      const session = await requireSessionId(store, name)
      const commits = await log.read(session, revisionZero).catch((error) => {
        throw error instanceof DamagedLogError ? new CliError(`${error.message}. Nothing was written.`) : error
      })
      const last = commits.at(-1)
      if (last === undefined) throw new CliError(`The log of ${session} is empty. Nothing was written.`)
      const [lines, names] = [await readStoredLines(store, session), await readAgreedNames(new Roster(store), session)]
      const all = { ...exportOptions, lines, names }
      const making =
        format === 'pdf'
          ? PdfMaker.open().then((pdfs) => exportPdf(session, commits, all, pdfs))
          : exportRecord(session, commits, { ...all, format })
      const file = await making.catch((error) => {
        if (error instanceof PdfError) throw new CliError(pdfFaults[error.kind])
        throw error instanceof TemplateError ? new CliError(templateFaults[error.fault](error.part)) : error
      })
      const path = values.out ?? file.name
      await writeFile(path, file.bytes).catch((error: Error) => {
        throw new CliError(`${path} cannot be written: ${error.message}`)
      })
      print(`${path}: ${commits.length} commits, head ${last.chain}`)
      return 0
    })
  },
}

async function readTemplateFile(path: string, format: string): Promise<Uint8Array> {
  if (format !== 'docx' && format !== 'pdf') throw new CliError('--template is for --format docx or pdf.')
  return await readFile(path).catch((error: Error) => {
    throw new CliError(`${path} cannot be read: ${error.message}`)
  })
}

const pdfFaults: Readonly<Record<PdfError['kind'], string>> = {
  absent: 'This machine has no LibreOffice, which makes PDF files (the programs soffice or libreoffice on PATH). Nothing was written.',
  busy: 'LibreOffice is busy. Try again. Nothing was written.',
  failed: 'LibreOffice could not make the PDF. Export the Word document, and look at it. Nothing was written.',
}

const templateFaults: Readonly<Record<TemplateFault, (part: string) => string>> = {
  'too-large': (part) => `The template is too large (${part}). Use one without large pictures. Nothing was written.`,
  'not-a-document': (part) => `The template is not a Word document (.docx): ${part}. Nothing was written.`,
  macros: (part) => `The template contains macros (${part}). Save it as .docx without macros. Nothing was written.`,
  'external-link': (part) => `The template links to something outside the document (${part}). Remove the link. Nothing was written.`,
  malformed: (part) => `The template is damaged (${part}). Save it again in Word. Nothing was written.`,
}
