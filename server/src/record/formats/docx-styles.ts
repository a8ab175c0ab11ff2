/** The look of the document, as named styles that an editor can change in one place. */
import type { ReportText } from '../text/report-text.ts'
import { xmlDeclaration } from './xml.ts'

export const docxNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

type Look = { readonly size: number; readonly before: number; readonly after: number; readonly bold?: boolean; readonly outline?: number }

/** Font sizes in half points, spacing in twentieths of a point. */
const looks: Readonly<Record<string, readonly [name: string, look: Look]>> = {
  Title: ['Title', { size: 40, before: 0, after: 120, bold: true }],
  Subtitle: ['Subtitle', { size: 24, before: 0, after: 120 }],
  Heading1: ['heading 1', { size: 30, before: 400, after: 120, bold: true, outline: 0 }],
  Heading2: ['heading 2', { size: 24, before: 240, after: 80, bold: true, outline: 1 }],
}

const makeStyle = ([id, [name, { size, before, after, bold, outline }]]: [string, readonly [string, Look]]): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="${after}"/>${
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`
  }</w:pPr><w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`

const makeBorder = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`

export const makeDocxStyles = ({ tag, direction }: ReportText): string => {
  // In an Arabic document the complex script has the language of the document, and Latin text is English.
  const [latin, complex] = direction === 'rtl' ? ['en-GB', tag] : [tag, 'ar-SA']
  return [
    `${xmlDeclaration}<w:styles ${docxNamespace}><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>',
    `<w:lang w:val="${latin}" w:eastAsia="zh-CN" w:bidi="${complex}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...Object.entries(looks).map(makeStyle),
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>',
    '<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:qFormat/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(makeBorder).join('')}</w:tblBorders></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('')
}
