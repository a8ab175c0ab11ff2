/** The surroundings of the body of a Word document: pages, headers, footers and settings. They are ours, or those of a template. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { getPlainText } from '../report/blocks.ts'
import type { ReportText } from '../text/report-text.ts'
import type { PageSections } from './docx-body.ts'
import { docxNamespace } from './docx-styles.ts'
import type { DocxTemplate } from './docx-template.ts'
import { landscapeWidth, type PageWidths, portraitWidth } from './fit-columns.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'
import type { ZipEntry } from './zip.ts'

/** Twips per millimetre. */
const twips = 1440 / 25.4

export type DocxFrame = {
  readonly sections: PageSections
  readonly widths: PageWidths
  readonly settings: string
  readonly headers: readonly ZipEntry[]
  /** Pairs of type and target, in the order of the ids that the sections use. */
  readonly relationships: readonly (readonly [type: string, target: string])[]
}

const ownRelationships = [
  ['header', 'header1.xml'],
  ['header', 'header2.xml'],
  ['footer', 'footer1.xml'],
  ['footer', 'footer2.xml'],
  ['header', 'header3.xml'],
] as const

const ownReferences =
  '<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="even" r:id="rId7"/><w:headerReference w:type="first" r:id="rId8"/><w:footerReference w:type="first" r:id="rId6"/>'
const ownMargins = '<w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="680" w:footer="567" w:gutter="0"/>'

export function makeFrame(record: SessionRecord, reportText: ReportText, template: DocxTemplate | null): DocxFrame {
  const page = template?.page ?? { width: 11_906, height: 16_838, margins: ownMargins, sides: 2268 }
  const hasTheirs = template !== null && template.references !== ''
  const [references, hasTitlePage, hasEvenPages] = hasTheirs
    ? [template.references, template.hasTitlePage, template.hasEvenPages]
    : [ownReferences, true, true]
  const bidi = reportText.direction === 'rtl' ? '<w:bidi/>' : ''
  const upright = `${references}<w:pgSz w:w="${page.width}" w:h="${page.height}"/>${page.margins}`
  return {
    sections: {
      portrait: `${upright}${hasTitlePage ? '<w:titlePg/>' : ''}${bidi}`,
      laterPortrait: upright + bidi,
      landscape: `${references}<w:pgSz w:w="${page.height}" w:h="${page.width}" w:orient="landscape"/>${page.margins}${bidi}`,
    },
    widths: template?.page
      ? { portrait: (page.width - page.sides) / twips, landscape: (page.height - page.sides) / twips }
      : { portrait: portraitWidth, landscape: landscapeWidth },
    settings: makeSettings(reportText.tag, hasEvenPages),
    headers: hasTheirs ? [] : listHeaders(record, reportText),
    relationships: hasTheirs ? [] : ownRelationships,
  }
}

const makeSettings = (language: string, hasEvenPages: boolean): string =>
  `${xmlDeclaration}<w:settings ${docxNamespace}>${hasEvenPages ? '<w:evenAndOddHeaders/>' : ''}<w:themeFontLang w:val="${language}" w:eastAsia="zh-CN"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const listHeaders = (record: SessionRecord, reportText: ReportText): readonly ZipEntry[] => [
  ...[false, true].flatMap((isEven, index) => [
    { name: `word/header${index + 1}.xml`, chunks: [makeHeader(record, reportText, isEven)] },
    { name: `word/footer${index + 1}.xml`, chunks: [makeFooter(record, reportText, isEven)] },
  ]),
  { name: 'word/header3.xml', chunks: [wrap('hdr', 'Normal', false, '')] },
]

const makeField = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const tab = '<w:r><w:tab/></w:r>'
const makeText = (text: string, direction: ReportText['direction']): string =>
  text === '' ? '' : `<w:r>${direction === 'rtl' ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

const wrap = (kind: 'hdr' | 'ftr', style: string, isRightToLeft: boolean, inside: string): string =>
  `${xmlDeclaration}<w:${kind} ${docxNamespace}><w:p><w:pPr><w:pStyle w:val="${style}"/>${isRightToLeft ? '<w:bidi/>' : ''}</w:pPr>${inside}</w:p></w:${kind}>`

/** Makes the header, on the outer side of a sheet that is printed on both sides. */
function makeHeader({ session }: SessionRecord, { direction }: ReportText, isEven: boolean): string {
  const text = makeText(session.title, direction)
  return wrap('hdr', 'Header', direction === 'rtl', isEven ? text : tab + text)
}

/** Makes the footer. It always runs from left to right, so that page and number of pages keep their order. */
function makeFooter({ session }: SessionRecord, reportText: ReportText, isEven: boolean): string {
  const page = `${makeField('PAGE')}<w:r><w:t>/</w:t></w:r>${makeField('NUMPAGES')}`
  const notice = makeText(session.rehearsal ? getPlainText(reportText.write('cover.rehearsal')) : '', reportText.direction)
  const isPageFirst = isEven === (reportText.direction === 'ltr')
  return wrap('ftr', 'Footer', false, isPageFirst ? page + tab + notice : notice + tab + page)
}
