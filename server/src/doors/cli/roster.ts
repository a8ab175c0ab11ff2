/** Imports a list of people into a session. The rules are those of the organizer's page: all of them, or nobody. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { maxListBytes } from '@rostrum/shared/contract/lengths'
import { encodings, type ListField, listFields, nameOrders } from '@rostrum/shared/contract/people-lists'
import { systemActor } from '@rostrum/shared/contract/roles'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import { makePersonIdDeriver } from '../../people/access/person-ids.ts'
import { ServerKey } from '../../people/access/server-key.ts'
import type { ColumnNames } from '../../people/roster/column-map.ts'
import { ListError } from '../../people/roster/list-errors.ts'
import type { ListSource } from '../../people/roster/list-table.ts'
import type { PeopleList } from '../../people/roster/people-list.ts'
import { type ImportCounts, Roster } from '../../people/roster/roster.ts'
import { type ImportPorts, importPeople, previewList, type SentList } from '../application/import-people.ts'
import { type CliCommand, type CliContext, CliError } from './cli-command.ts'
import { formatListError, formatRowError } from './list-error-text.ts'
import { type OpenStore, openSessionRegistry, requireSessionId, withExistingStore } from './open-store.ts'

const options = {
  preview: { type: 'boolean', default: false },
  column: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  sheet: { type: 'string' },
  'name-order': { type: 'string' },
} as const
/** This number of errors can be corrected in one go. */
const maxShownErrors = 50

export const rosterCommand: CliCommand = {
  usage: 'roster <session> <file> [--preview] [--column <field>=<header> …] [--encoding <name>] [--sheet <name>] [--name-order <order>]',
  about: 'imports a list of people, or shows what an import would do',
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, path, ...more] = positionals
    if (name === undefined || path === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${rosterCommand.usage}`)
    const choices = {
      columns: parseColumns(values.column ?? []),
      encoding: parseChoice('--encoding', encodings, values.encoding),
      sheet: values.sheet,
      nameOrder: parseChoice('--name-order', nameOrders, values['name-order']),
    }
    const sentList = { bytes: readListFile(path), choices }
    return await withExistingStore(config, async (openStore) => {
      const sessions = openSessionRegistry(openStore)
      try {
        const session = await sessions.open(await requireSessionId(openStore.store, name))
        if (!session) throw new CliError(`There is no session ${JSON.stringify(name)}.`)
        const ports = await makeImportPorts(openStore)
        await (values.preview ? printPreview : importAndPrint)(session, sentList, ports, print).catch((error) => {
          throw error instanceof ListError ? new CliError(`${path} cannot be read: ${formatListError(error)}.`) : error
        })
        return 0
      } finally {
        await sessions.close()
      }
    })
  },
}

async function makeImportPorts({ store }: OpenStore): Promise<ImportPorts> {
  return { roster: new Roster(store), derivePersonId: makePersonIdDeriver(await ServerKey.open(store)), newCommandId }
}

async function printPreview(session: Session, sentList: SentList, ports: ImportPorts, print: CliContext['print']): Promise<void> {
  const list = await previewList(session, sentList, ports)
  print(`Read as ${formatSource(list.source)}.`)
  for (const line of formatColumns(list)) print(line)
  if (list.faults.length > 0) throw new CliError(formatRowErrors(list))
  print(`An import would result in: ${formatCounts(list.counts)}.`)
}

async function importAndPrint(session: Session, sentList: SentList, ports: ImportPorts, print: CliContext['print']): Promise<void> {
  const result = await importPeople(session, systemActor, sentList, ports)
  if (result.kind === 'faulty') throw new CliError(`Nobody was imported.\n${formatRowErrors(result)}`)
  if (result.kind === 'refused') throw new CliError(`Nobody was imported: ${result.reason}.`)
  print(
    result.repeated
      ? `This list has already been imported (${formatCounts(result.counts)}); nothing has changed.`
      : `Imported: ${formatCounts(result.counts)}.`,
  )
}

function readListFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new CliError(`There is no file ${JSON.stringify(path)}.`)
  if (statSync(path).size > maxListBytes) throw new CliError(`${path} has more than ${maxListBytes / 1024 / 1024} MiB.`)
  return readFileSync(path)
}

function parseChoice<T extends string>(option: string, choices: readonly T[], written: string | undefined): T | undefined {
  const choice = choices.find((one) => one === written)
  if (written !== undefined && choice === undefined)
    throw new CliError(`${option} must be one of ${choices.join(', ')}, not ${JSON.stringify(written)}.`)
  return choice
}

function parseColumns(options: readonly string[]): ColumnNames {
  const pairs = options.map((one) => {
    const [field = '', ...header] = one.split('=')
    if (!listFields.includes(field as ListField) || header.join('=').trim() === '')
      throw new CliError(
        `--column ${JSON.stringify(one)} must be a field and a header, such as entity=Represents. Fields: ${listFields.join(', ')}.`,
      )
    return [field, header.join('=')] as const
  })
  return Object.fromEntries(pairs)
}

const labelWidth = Math.max(...listFields.map((field) => field.length))
const formatColumns = ({ columns, ignored }: PeopleList): readonly string[] => [
  ...listFields.flatMap((field) => (columns[field] === null ? [] : [`${field.padEnd(labelWidth)} ${columns[field]}`])),
  ...(ignored.length > 0 ? [`${'not read'.padEnd(labelWidth)} ${ignored.join(', ')}`] : []),
]

const formatCounts = ({ rows, fresh, changed, same, revoked, leftOut }: ImportCounts): string =>
  `${rows} rows, ${fresh} new, ${changed} changed, ${same} unchanged, ${revoked} revoked and left out, ${leftOut} withdrawn, refused or not yet decided and left out`

const separatorNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const
const formatSource = (source: ListSource): string =>
  source.format === 'csv'
    ? `CSV in ${source.encoding} with ${separatorNames[source.separator]}`
    : `the sheet ${JSON.stringify(source.sheet)} of a workbook with ${source.sheets.map((name) => JSON.stringify(name)).join(', ')}`

function formatRowErrors({ faults, groupNames }: Pick<PeopleList, 'faults' | 'groupNames'>): string {
  const more = faults.length - maxShownErrors
  const lines = faults.slice(0, maxShownErrors).map((fault) => formatRowError(fault, groupNames))
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}
