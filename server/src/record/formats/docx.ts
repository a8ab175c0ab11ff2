/** The report as an editable Word document (Office Open XML). It is our own writer, because packages block the process while they write. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { buildReport } from '../report/report.ts'
import type { ReportText } from '../text/report-text.ts'
import { makeCoreProperties } from './core-properties.ts'
import { DocxBody } from './docx-body.ts'
import { docxNamespace, makeDocxStyles } from './docx-styles.ts'
import { makeContentTypes, makeRelationships, xmlDeclaration } from './xml.ts'
import { createZip } from './zip.ts'

const types = makeContentTypes({
  'docProps/core.xml': 'package.core-properties',
  'word/document.xml': 'officedocument.wordprocessingml.document.main',
  'word/footer1.xml': 'officedocument.wordprocessingml.footer',
  'word/settings.xml': 'officedocument.wordprocessingml.settings',
  'word/styles.xml': 'officedocument.wordprocessingml.styles',
})

const makeField = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const footer = `${xmlDeclaration}<w:ftr ${docxNamespace}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${makeField('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${makeField('NUMPAGES')}</w:p></w:ftr>`

const settings = `${xmlDeclaration}<w:settings ${docxNamespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

export async function writeDocx(record: SessionRecord, reportText: ReportText): Promise<Uint8Array> {
  return await createZip([
    { name: '[Content_Types].xml', chunks: [types] },
    {
      name: '_rels/.rels',
      chunks: [
        makeRelationships([
          ['officeDocument', 'word/document.xml'],
          ['core-properties', 'docProps/core.xml'],
        ]),
      ],
    },
    { name: 'docProps/core.xml', chunks: [makeCoreProperties(record, reportText)] },
    {
      name: 'word/_rels/document.xml.rels',
      chunks: [
        makeRelationships([
          ['styles', 'styles.xml'],
          ['settings', 'settings.xml'],
          ['footer', 'footer1.xml'],
        ]),
      ],
    },
    { name: 'word/document.xml', chunks: makeDocument(record, reportText) },
    { name: 'word/footer1.xml', chunks: [footer] },
    { name: 'word/settings.xml', chunks: [settings] },
    { name: 'word/styles.xml', chunks: [makeDocxStyles(reportText)] },
  ])
}

function* makeDocument(record: SessionRecord, reportText: ReportText): Generator<string> {
  yield `${xmlDeclaration}<w:document ${docxNamespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`
  yield* new DocxBody(reportText).build(buildReport(record, reportText))
  const direction = reportText.direction === 'rtl' ? '<w:bidi/>' : ''
  yield `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/>${direction}</w:sectPr></w:body></w:document>`
}
