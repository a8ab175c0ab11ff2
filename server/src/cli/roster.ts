/** A list of people comes into a session, by the rules of the organiser's page: whole, or not at all. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { system } from '@rostrum/shared/contract/roles'
import { freshId } from '../access/default-people.ts'
import { personIdFor } from '../access/person-ids.ts'
import { Keys } from '../access/server-key.ts'
import { type ImportPorts, importList, largestList, listFor, type Sent } from '../application/import-people.ts'
import { type Field, fields } from '../roster/column-map.ts'
import { FaultyList, type RowFault } from '../roster/list-errors.ts'
import type { Given, PeopleList } from '../roster/people-list.ts'
import { type Counts, Roster } from '../roster/roster.ts'
import type { Session } from '../session/session.ts'
import { type Command, Complaint, type Running } from './cli-command.ts'
import { fileWords, lineOf } from './list-error-text.ts'
import { type Stored, sessionNamed, sessionsOf, withPresentStore } from './open-store.ts'

const options = { preview: { type: 'boolean', default: false }, column: { type: 'string', multiple: true } } as const
/** As many as can be mended in one go. */
const shownFaults = 50

export const roster: Command = {
  usage: 'roster <session> <file.csv> [--preview] [--column <field>=<header> …]',
  about: 'imports a list of people, or says what that would come to',
  run: async (args, { config, say }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [name, path, ...more] = positionals
    if (name === undefined || path === undefined || more.length > 0) throw new Complaint(`Usage: rostrum ${roster.usage}`)
    const sent = { bytes: bytesOf(path), columns: columnsIn(values.column ?? []) }
    return await withPresentStore(config, async (stored) => {
      const sessions = sessionsOf(stored)
      try {
        const session = await sessions.open(await sessionNamed(stored.store, name))
        if (!session) throw new Complaint(`There is no session ${JSON.stringify(name)}.`)
        const ports = await portsOf(stored)
        await (values.preview ? preview : bring)(session, sent, ports, say).catch((error) => {
          throw error instanceof FaultyList ? new Complaint(`${path} cannot be read: ${unreadable(error)}.`) : error
        })
        return 0
      } finally {
        await sessions.close()
      }
    })
  },
}

async function portsOf({ store }: Stored): Promise<ImportPorts> {
  return { roster: new Roster(store), idFor: personIdFor(await Keys.open(store)), freshId }
}

async function preview(session: Session, sent: Sent, ports: ImportPorts, say: Running['say']): Promise<void> {
  const list = await listFor(session, sent, ports)
  for (const line of columnLines(list)) say(line)
  if (list.faults.length > 0) throw new Complaint(faultLines(list.faults))
  say(`Importing it would come to: ${inWords(list.counts)}.`)
}

async function bring(session: Session, sent: Sent, ports: ImportPorts, say: Running['say']): Promise<void> {
  const said = await importList(session, system, sent, ports)
  if (said.kind === 'faulty') throw new Complaint(`Nobody was imported.\n${faultLines(said.faults)}`)
  if (said.kind === 'refused') throw new Complaint(`Nobody was imported: ${said.why}.`)
  say(
    said.repeated ? `This list was imported before (${inWords(said.counts)}); nothing has changed.` : `Imported: ${inWords(said.counts)}.`,
  )
}

function bytesOf(path: string): Uint8Array {
  if (!existsSync(path)) throw new Complaint(`There is no file ${JSON.stringify(path)}.`)
  if (statSync(path).size > largestList) throw new Complaint(`${path} has more than ${largestList / 1024 / 1024} MiB.`)
  return readFileSync(path)
}

function columnsIn(written: readonly string[]): Given {
  const pairs = written.map((one) => {
    const [field = '', ...header] = one.split('=')
    if (!fields.includes(field as Field) || header.join('=').trim() === '')
      throw new Complaint(
        `--column ${JSON.stringify(one)} is not a field with a header, such as entity=Represents. Fields: ${fields.join(', ')}.`,
      )
    return [field, header.join('=')] as const
  })
  return Object.fromEntries(pairs)
}

const columnLines = ({ columns, ignored }: PeopleList): readonly string[] => [
  ...fields.flatMap((field) => (columns[field] === null ? [] : [`${field.padEnd(9)} ${columns[field]}`])),
  ...(ignored.length > 0 ? [`not read  ${ignored.join(', ')}`] : []),
]

const inWords = ({ rows, fresh, changed, same, revoked }: Counts): string =>
  `${rows} rows, ${fresh} new, ${changed} changed, ${same} as before, ${revoked} revoked and left so`

function faultLines(faults: readonly RowFault[]): string {
  const more = faults.length - shownFaults
  return [...faults.slice(0, shownFaults).map(lineOf), ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

function unreadable({ why, about }: FaultyList): string {
  const place = about === null ? '' : typeof about === 'number' ? ` (line ${about})` : ` (${about})`
  return fileWords[why] + place
}
