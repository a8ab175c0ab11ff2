/** Shows documents as LibreOffice understands them: it opens them and saves them as flat XML. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { JSDOM } from 'jsdom'
import { inject } from 'vitest'

export const hasOffice = (): boolean => inject('office').kind === 'program'

/** `files`: the documents by name. `kind`: the output format. */
export async function convert(files: ReadonlyMap<string, Uint8Array>, kind: 'fodt' | 'fods'): Promise<ReadonlyMap<string, Document>> {
  const parse = (bytes: Uint8Array): Document => new JSDOM(new TextDecoder().decode(bytes), { contentType: 'text/xml' }).window.document
  return new Map([...(await convertFiles(files, kind, kind))].map(([name, bytes]) => [name, parse(bytes)]))
}

/** Converts to PDF/UA, which people can listen to as well as see. */
export const convertToPdf = (files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> =>
  convertFiles(files, 'pdf', 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}')

/** Runs LibreOffice with a separate profile, so that it does not affect another LibreOffice. */
async function convertFiles(
  files: ReadonlyMap<string, Uint8Array>,
  extension: string,
  filter: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const office = inject('office')
  if (office.kind === 'none') throw new Error(office.line)
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-office-'))
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const names = [...files.keys()].map((name) => join(folder, name))
    await promisify(execFile)(office.program, [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...names], {
      timeout: 90_000,
      env: { ...process.env, ...office.env },
    })
    const read = async (name: string) => new Uint8Array(await readFile(join(folder, name.replace(/\w+$/, extension))))
    return new Map(await Promise.all([...files.keys()].map(async (name) => [name, await read(name)] as const)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const findElements = (within: Document | Element, name: string): readonly Element[] => [...within.getElementsByTagName(name)]
/** Returns the paragraphs of the cell, one on each line. */
const readLines = (cell: Element): string =>
  findElements(cell, 'text:p')
    .map(({ textContent }) => textContent)
    .join('\n')

/** Returns the text with its line breaks. */
const readText = (element: Element): string =>
  [...element.childNodes]
    .map((node) =>
      node.nodeName === 'text:line-break' ? '\n' : node.nodeType === 1 ? readText(node as Element) : (node.textContent ?? ''),
    )
    .join('')

/** Returns the headings, each with its level. */
export const readHeadings = (document: Document): readonly (readonly [level: number, text: string])[] =>
  findElements(document, 'text:h').map((one) => [Number(one.getAttribute('text:outline-level')), readText(one)])

/** Returns for each table the cells of the rows that repeat on every page, and the other rows. */
export const readTables = (
  document: Document,
): readonly { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }[] =>
  findElements(document, 'table:table').map((table) => {
    const cells = (row: Element) => findElements(row, 'table:table-cell').map(readLines)
    const rows = findElements(table, 'table:table-row')
    const heads = rows.filter(({ parentElement }) => parentElement?.tagName === 'table:table-header-rows')
    return { head: heads.flatMap(cells), rows: rows.filter((row) => !heads.includes(row)).map(cells) }
  })

export type OfficeCell = { readonly type: string | null; readonly value: string; readonly formula: boolean }
const emptyCell: OfficeCell = { type: null, value: '', formula: false }

/** Returns the type that LibreOffice gives a cell (number, date or text), and its value. */
const readCell = (cell: Element): OfficeCell => ({
  type: cell.getAttribute('office:value-type'),
  value: cell.getAttribute('office:value') ?? cell.getAttribute('office:date-value') ?? readLines(cell),
  formula: cell.hasAttribute('table:formula'),
})

/** Returns each sheet by name. A row maps the heading of a column to the cell. */
export const readSheets = (document: Document): ReadonlyMap<string, readonly ReadonlyMap<string, OfficeCell>[]> =>
  new Map(
    findElements(document, 'table:table').map((sheet) => {
      const rows = findElements(sheet, 'table:table-row').map((row) =>
        findElements(row, 'table:table-cell').flatMap((cell) => {
          const times = Number(cell.getAttribute('table:number-columns-repeated') ?? 1)
          // The last cell of a row is repeated up to the maximum width of a sheet.
          return Array.from({ length: Math.min(times, 64) }, () => readCell(cell))
        }),
      )
      const [head = [], ...body] = rows.filter((row) => row.some(({ value }) => value !== ''))
      const names = head.map(({ value }) => value).filter((value) => value !== '')
      return [sheet.getAttribute('table:name') ?? '', body.map((row) => new Map(names.map((name, at) => [name, row[at] ?? emptyCell])))]
    }),
  )
