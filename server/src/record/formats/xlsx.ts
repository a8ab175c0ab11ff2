/** The tables as a workbook (Office Open XML), a sheet each. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import { coreProperties } from './core-properties.ts'
import { tablesOf } from './tables.ts'
import { Sheets, sheetStyles } from './xlsx-sheet.ts'
import { contentTypes, declaration, escapedXml, relationships } from './xml.ts'
import { zipped } from './zip.ts'

const spreadsheet = 'officedocument.spreadsheetml'

export async function xlsx(record: SessionRecord, words: Words): Promise<Uint8Array> {
  const tables = tablesOf(record)
  const sheets = new Sheets(record, words)
  const names = tables.map(({ name }) => words.sheets[name])
  const files = tables.map((_, index) => `worksheets/sheet${index + 1}.xml`)
  return await zipped([
    {
      name: '[Content_Types].xml',
      chunks: [
        contentTypes({
          'docProps/core.xml': 'package.core-properties',
          'xl/workbook.xml': `${spreadsheet}.sheet.main`,
          'xl/styles.xml': `${spreadsheet}.styles`,
          ...Object.fromEntries(files.map((file) => [`xl/${file}`, `${spreadsheet}.worksheet`])),
        }),
      ],
    },
    {
      name: '_rels/.rels',
      chunks: [
        relationships([
          ['officeDocument', 'xl/workbook.xml'],
          ['core-properties', 'docProps/core.xml'],
        ]),
      ],
    },
    { name: 'docProps/core.xml', chunks: [coreProperties(record, words)] },
    { name: 'xl/workbook.xml', chunks: [workbook(names)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      chunks: [relationships([...files.map((file) => ['worksheet', file] as const), ['styles', 'styles.xml']])],
    },
    { name: 'xl/styles.xml', chunks: [sheetStyles] },
    ...tables.map((table, index) => ({ name: `xl/${files[index]}`, chunks: sheets.of(table) })),
  ])
}

const workbook = (names: readonly string[]): string =>
  `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${names
    .map((name, index) => `<sheet name="${escapedXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`
