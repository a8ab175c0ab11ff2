/** Documents as LibreOffice understands them: opened, and written again as flat XML. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { JSDOM } from 'jsdom'
import { inject } from 'vitest'

export const hasOffice = (): boolean => inject('office').kind === 'program'

/** `files`: by name. `kind`: what they become, fodt or fods. With a profile of its own, so that it meets nobody's office. */
export async function opened(files: ReadonlyMap<string, Uint8Array>, kind: 'fodt' | 'fods'): Promise<ReadonlyMap<string, Document>> {
  const office = inject('office')
  if (office.kind === 'none') throw new Error(office.line)
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-office-'))
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const names = [...files.keys()].map((name) => join(folder, name))
    await promisify(execFile)(office.program, [profile, '--headless', '--convert-to', kind, '--outdir', folder, ...names], {
      timeout: 90_000,
    })
    const read = async (name: string) => await readFile(join(folder, name.replace(/\w+$/, kind)), 'utf8')
    return new Map(
      await Promise.all(
        [...files.keys()].map(async (name) => [name, new JSDOM(await read(name), { contentType: 'text/xml' }).window.document] as const),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const named = (within: Document | Element, name: string): readonly Element[] => [...within.getElementsByTagName(name)]
/** Its paragraphs, a line each. */
const linesOf = (cell: Element): string =>
  named(cell, 'text:p')
    .map(({ textContent }) => textContent)
    .join('\n')

/** By their levels. */
export const headings = (document: Document): readonly (readonly [level: number, text: string])[] =>
  named(document, 'text:h').map((one) => [Number(one.getAttribute('text:outline-level')), one.textContent ?? ''])

/** The rows of each table that repeat on every page, and the others. */
export const tables = (
  document: Document,
): readonly { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }[] =>
  named(document, 'table:table').map((table) => {
    const cells = (row: Element) => named(row, 'table:table-cell').map(linesOf)
    const rows = named(table, 'table:table-row')
    const heads = rows.filter(({ parentElement }) => parentElement?.tagName === 'table:table-header-rows')
    return { head: heads.flatMap(cells), rows: rows.filter((row) => !heads.includes(row)).map(cells) }
  })

export type OfficeCell = { readonly type: string | null; readonly value: string; readonly formula: boolean }
const empty: OfficeCell = { type: null, value: '', formula: false }

/** What a cell is for LibreOffice: a number, a date, or text. */
const cellOf = (cell: Element): OfficeCell => ({
  type: cell.getAttribute('office:value-type'),
  value: cell.getAttribute('office:value') ?? cell.getAttribute('office:date-value') ?? linesOf(cell),
  formula: cell.hasAttribute('table:formula'),
})

/** Each sheet by its name: rows of cells, by what stands above them. */
export const sheets = (document: Document): ReadonlyMap<string, readonly ReadonlyMap<string, OfficeCell>[]> =>
  new Map(
    named(document, 'table:table').map((sheet) => {
      const rows = named(sheet, 'table:table-row').map((row) =>
        named(row, 'table:table-cell').flatMap((cell) => {
          const times = Number(cell.getAttribute('table:number-columns-repeated') ?? 1)
          // The rest of a sheet is as wide as a sheet can be.
          return Array.from({ length: Math.min(times, 64) }, () => cellOf(cell))
        }),
      )
      const [head = [], ...body] = rows.filter((row) => row.some(({ value }) => value !== ''))
      const names = head.map(({ value }) => value).filter((value) => value !== '')
      return [sheet.getAttribute('table:name') ?? '', body.map((row) => new Map(names.map((name, at) => [name, row[at] ?? empty])))]
    }),
  )
