/** Workbooks (XLSX) as spreadsheets write them, made from rows of cells. */
import { strToU8, type Zippable, zipSync } from 'fflate'

export type WorkbookCell = string | number | boolean | null
export type WorkbookSheets = Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>

const escapeXml = (text: string): string => text.replace(/[<&"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
const getLetter = (index: number): string =>
  `${index >= 26 ? getLetter(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(65 + (index % 26))}`

const makeCell = (value: WorkbookCell, at: string): string => {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** Makes a sheet with this content between `<sheetData>` and `</sheetData>`. */
export const makeSheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

const makeRows = (rows: readonly (readonly WorkbookCell[])[]): string =>
  rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((value, index) => makeCell(value, `${getLetter(index)}${row + 1}`)).join('')}</row>`,
    )
    .join('')

/** `sheets`: the XML of each sheet. */
export function packWorkbook(sheets: Readonly<Record<string, string>>, more: Zippable = {}): Uint8Array {
  const names = Object.keys(sheets)
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index}.xml"/>`,
  )
  const list = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="r${index}"/>`)
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index}.xml`, sheets[name] ?? ''])),
  }
  return zipSync({ ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), ...more })
}

export const makeWorkbook = (sheets: WorkbookSheets): Uint8Array =>
  packWorkbook(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, makeSheetXml(makeRows(rows))])))
