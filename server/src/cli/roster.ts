/** Imports a list of people into a session by the same rules as the organizer's page: all, or nobody. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { systemActor } from '@rostrum/shared/contract/roles'
import { newCommandId } from '../access/default-people.ts'
import { makePersonIdDeriver } from '../access/person-ids.ts'
import { ServerKey } from '../access/server-key.ts'
import { type ImportPorts, importPeople, maxListBytes, previewList, type SentList } from '../application/import-people.ts'
import { type ListField, listFields } from '../roster/column-map.ts'
import { ListError, type RowError } from '../roster/list-errors.ts'
import type { ColumnNames, PeopleList } from '../roster/people-list.ts'
import { type ImportCounts, Roster } from '../roster/roster.ts'
import type { Session } from '../session/session.ts'
import { type CliCommand, type CliContext, CliError } from './cli-command.ts'
import { formatRowError, listErrorText } from './list-error-text.ts'
import { type OpenStore, openSessionRegistry, requireSessionId, withExistingStore } from './open-store.ts'

const options = { preview: { type: 'boolean', default: false }, column: { type: 'string', multiple: true } } as const
/** Few enough to fix at once. */
const maxShownErrors = 50

export const rosterCommand: CliCommand = {
  usage: 'roster <session> <file.csv> [--preview] [--column <field>=<header> …]',
  about: 'imports a list of people, or shows what an import would do',
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, path, ...more] = positionals
    if (name === undefined || path === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${rosterCommand.usage}`)
    const sentList = { bytes: readListFile(path), columns: parseColumns(values.column ?? []) }
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
  for (const line of formatColumns(list)) print(line)
  if (list.faults.length > 0) throw new CliError(formatRowErrors(list.faults))
  print(`An import would give: ${formatCounts(list.counts)}.`)
}

async function importAndPrint(session: Session, sentList: SentList, ports: ImportPorts, print: CliContext['print']): Promise<void> {
  const result = await importPeople(session, systemActor, sentList, ports)
  if (result.kind === 'faulty') throw new CliError(`Nobody was imported.\n${formatRowErrors(result.faults)}`)
  if (result.kind === 'refused') throw new CliError(`Nobody was imported: ${result.reason}.`)
  print(
    result.repeated
      ? `This list was imported before (${formatCounts(result.counts)}); nothing has changed.`
      : `Imported: ${formatCounts(result.counts)}.`,
  )
}

function readListFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new CliError(`There is no file ${JSON.stringify(path)}.`)
  if (statSync(path).size > maxListBytes) throw new CliError(`${path} has more than ${maxListBytes / 1024 / 1024} MiB.`)
  return readFileSync(path)
}

function parseColumns(options: readonly string[]): ColumnNames {
  const pairs = options.map((one) => {
    const [field = '', ...header] = one.split('=')
    if (!listFields.includes(field as ListField) || header.join('=').trim() === '')
      throw new CliError(
        `--column ${JSON.stringify(one)} is not a field with a header, such as entity=Represents. Fields: ${listFields.join(', ')}.`,
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

const formatCounts = ({ rows, fresh, changed, same, revoked }: ImportCounts): string =>
  `${rows} rows, ${fresh} new, ${changed} changed, ${same} as before, ${revoked} revoked and left so`

function formatRowErrors(faults: readonly RowError[]): string {
  const more = faults.length - maxShownErrors
  return [...faults.slice(0, maxShownErrors).map(formatRowError), ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

function formatListError({ reason, about }: ListError): string {
  const place = about === null ? '' : typeof about === 'number' ? ` (line ${about})` : ` (${about})`
  return listErrorText[reason] + place
}
