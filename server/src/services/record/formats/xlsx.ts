/** The tables as a workbook (Office Open XML) with one sheet per table. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReportText } from '../text/report-text.ts'
import { makeCoreProperties } from './core-properties.ts'
import { type RecordTable, toTables } from './tables.ts'
import { makeSheetStyles, SheetBuilder } from './xlsx-sheet.ts'
import { escapeXml, makeContentTypes, makeRelationships, xmlDeclaration } from './xml.ts'
import { createZip } from './zip.ts'

const spreadsheet = 'officedocument.spreadsheetml'

export async function writeXlsx(record: SessionRecord, reportText: ReportText): Promise<Uint8Array> {
  const tables = toTables(record)
  const sheets = new SheetBuilder(record, reportText)
  const names = tables.map(({ name }) => reportText.sheets[name])
  const files = tables.map((_, index) => `worksheets/sheet${index + 1}.xml`)
  return await createZip([
    {
      name: '[Content_Types].xml',
      chunks: [
        makeContentTypes({
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
        makeRelationships([
          ['officeDocument', 'xl/workbook.xml'],
          ['core-properties', 'docProps/core.xml'],
        ]),
      ],
    },
    { name: 'docProps/core.xml', chunks: [makeCoreProperties(record, reportText)] },
    { name: 'xl/workbook.xml', chunks: [makeWorkbook(names, tables)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      chunks: [makeRelationships([...files.map((file) => ['worksheet', file] as const), ['styles', 'styles.xml']])],
    },
    { name: 'xl/styles.xml', chunks: [makeSheetStyles(reportText)] },
    ...tables.map((table, index) => ({ name: `xl/${files[index]}`, chunks: sheets.build(table) })),
  ])
}

const makeWorkbook = (names: readonly string[], tables: readonly RecordTable[]): string =>
  `${xmlDeclaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${names
    .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join(
      '',
    )}</sheets><definedNames>${tables.map((table, index) => SheetBuilder.makeNames(table, names[index] ?? '', index)).join('')}</definedNames></workbook>`
