/** Reads a workbook (XLSX) into rows of text. It is unpacked here, within limits, because the library unpacks whatever it gets. */
import { unzipSync, zipSync } from 'fflate'
import readWorkbook, { type Row } from 'read-excel-file/node'
import { ListError } from './list-errors.ts'
import { hasContent, type ListRow, maxColumns, maxRowLength, maxRows } from './list-table.ts'

/** The most bytes of all parts together. Twenty thousand rows need less than half of that. */
const maxUnpackedBytes = 48 * 1024 * 1024
const maxParts = 500
const workbookPart = 'xl/workbook.xml'
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/

type Sheet = { readonly name: string; readonly rows: readonly ListRow[] }
type XlsxRows = { readonly sheet: string; readonly sheets: readonly string[]; readonly rows: readonly ListRow[] }

/** Returns the first sheet that contains people, unless the sender names another. */
export async function readXlsx(bytes: Uint8Array, chosenSheet?: string): Promise<XlsxRows> {
  const parts = unpack(bytes)
  for (const [name, content] of Object.entries(parts)) if (sheetPart.test(name)) requireSmall(Buffer.from(content).toString('latin1'))
  const sheets = (await parseSheets(parts)).filter(({ rows }) => rows.length > 0)
  // A sheet with a single row has only a title, or a header without people.
  const sheet =
    chosenSheet === undefined ? (sheets.find(({ rows }) => rows.length > 1) ?? sheets[0]) : sheets.find(({ name }) => name === chosenSheet)
  if (sheet === undefined) throw chosenSheet === undefined ? new ListError('list-empty') : new ListError('list-no-such-sheet', chosenSheet)
  if (sheet.rows.length > maxRows + 1) throw new ListError('list-too-many-rows', maxRows)
  const long = sheet.rows.find(({ cells }) => cells.reduce((length, cell) => length + cell.length, 0) > maxRowLength)
  if (long !== undefined) throw new ListError('list-row-too-long', long.line)
  return { sheet: sheet.name, sheets: sheets.map(({ name }) => name), rows: sheet.rows }
}

/** Unpacks only the parts that the library reads. The sizes that the archive states limit what is unpacked. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let [unpackedBytes, partCount] = [0, 0]
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false
        unpackedBytes += originalSize
        partCount += 1
        if (unpackedBytes > maxUnpackedBytes || partCount > maxParts) throw new ListError('list-too-heavy')
        return true
      },
    })
    if (parts[workbookPart] === undefined) throw new ListError('list-unreadable')
    return parts
  } catch (error) {
    throw error instanceof ListError ? error : new ListError('list-unreadable')
  }
}

/** Refuses cells that are far away, because the library would fill everything before them. Cells without content do not count. */
function requireSmall(xml: string): void {
  for (const [, letters = '', row = ''] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]+)(\d+)"[^>]*(?<!\/)>/g)) {
    if (letters.length > 2) throw new ListError('list-too-many-columns', maxColumns)
    if (row.length > 6) throw new ListError('list-too-many-rows', maxRows)
  }
}

async function parseSheets(parts: Record<string, Uint8Array>): Promise<readonly Sheet[]> {
  try {
    const sheets = await readWorkbook(Buffer.from(zipSync(parts, { level: 0 })), { parseNumber: (written) => written })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(toRow).filter(hasContent) }))
  } catch (error) {
    // The messages of the library are for programmers, and may contain the content of a cell.
    if (error instanceof Error) throw new ListError('list-unreadable')
    throw error
  }
}

const toRow = (cells: Row<string>, index: number): ListRow => ({ line: index + 1, cells: cells.map(toText) })

/** Numbers are kept as they are in the file, so that 007 does not become 7. */
const toText = (value: unknown): string => (value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value))
