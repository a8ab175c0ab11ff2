/** The report as a Word document that can be edited (Office Open XML). Written by hand: packages for it hold everybody up while they write. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { report } from '../report/report.ts'
import type { Words } from '../text/report-text.ts'
import { coreProperties } from './core-properties.ts'
import { Body } from './docx-body.ts'
import { namespace, styles } from './docx-styles.ts'
import { contentTypes, declaration, relationships } from './xml.ts'
import { zipped } from './zip.ts'

const types = contentTypes({
  'docProps/core.xml': 'package.core-properties',
  'word/document.xml': 'officedocument.wordprocessingml.document.main',
  'word/footer1.xml': 'officedocument.wordprocessingml.footer',
  'word/settings.xml': 'officedocument.wordprocessingml.settings',
  'word/styles.xml': 'officedocument.wordprocessingml.styles',
})

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const footer = `${declaration}<w:ftr ${namespace}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`

const settings = `${declaration}<w:settings ${namespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

export async function docx(record: SessionRecord, words: Words): Promise<Uint8Array> {
  return await zipped([
    { name: '[Content_Types].xml', chunks: [types] },
    {
      name: '_rels/.rels',
      chunks: [
        relationships([
          ['officeDocument', 'word/document.xml'],
          ['core-properties', 'docProps/core.xml'],
        ]),
      ],
    },
    { name: 'docProps/core.xml', chunks: [coreProperties(record, words)] },
    {
      name: 'word/_rels/document.xml.rels',
      chunks: [
        relationships([
          ['styles', 'styles.xml'],
          ['settings', 'settings.xml'],
          ['footer', 'footer1.xml'],
        ]),
      ],
    },
    { name: 'word/document.xml', chunks: documentOf(record, words) },
    { name: 'word/footer1.xml', chunks: [footer] },
    { name: 'word/settings.xml', chunks: [settings] },
    { name: 'word/styles.xml', chunks: [styles(words)] },
  ])
}

function* documentOf(record: SessionRecord, words: Words): Generator<string> {
  yield `${declaration}<w:document ${namespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`
  yield* new Body(words).of(report(record, words))
  const direction = words.direction === 'rtl' ? '<w:bidi/>' : ''
  yield `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/>${direction}</w:sectPr></w:body></w:document>`
}
