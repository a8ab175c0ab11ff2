/** The look of the document, as named styles that an editor or a template can change in one place. Nothing is formatted directly. */
import type { Face, ParagraphStyle } from '../report/blocks.ts'
import type { ReportText } from '../text/report-text.ts'
import { pointsBySize, type TextSize } from './fit-columns.ts'
import { xmlDeclaration } from './xml.ts'

export const docxNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The ids of styles. Their names begin with "Rostrum", except for styles that Word knows. */
export const paragraphStyles: Readonly<Record<ParagraphStyle, string>> = {
  organizer: 'RostrumOrganizer',
  symbol: 'RostrumSymbol',
  meeting: 'RostrumMeeting',
  place: 'RostrumPlace',
  distribution: 'RostrumDistribution',
  title: 'RostrumTitle',
  subtitle: 'RostrumSubtitle',
  officers: 'RostrumOfficers',
  notice: 'RostrumNotice',
  'summary-heading': 'RostrumSummaryHeading',
  'summary-text': 'RostrumSummaryText',
  'contents-heading': 'RostrumContentsHeading',
  responsibility: 'RostrumResponsibility',
  'guiding-label': 'RostrumGuidingLabel',
  'guiding-question': 'RostrumGuidingQuestion',
  numbered: 'RostrumParaNumbered',
  list: 'RostrumParaList',
  note: 'RostrumTableNote',
  'table-title': 'RostrumTableTitle',
  lead: 'RostrumLead',
  log: 'RostrumLog',
  body: 'RostrumBody',
}

export const faceStyles: Readonly<Record<Exclude<Face, 'plain'>, string>> = {
  strong: 'Strong',
  emphasis: 'Emphasis',
  small: 'RostrumSmall',
  code: 'RostrumCode',
  mark: 'RostrumMark',
  tag: 'RostrumTag',
  'tag-dark': 'RostrumTagDark',
  'tag-grey': 'RostrumTagGrey',
}

export type CellRole = 'head' | 'cell' | 'figure'
const cellRoles: readonly CellRole[] = ['head', 'cell', 'figure']
export const getCellStyle = (role: CellRole, size: TextSize): string =>
  `RostrumTable${role === 'head' ? 'Head' : role === 'cell' ? 'Cell' : 'Figure'}${size === 'normal' ? '' : size === 'small' ? 'Small' : 'Smallest'}`
export const headFigureStyle = (size: TextSize): string => `${getCellStyle('head', size)}Figure`

type Look = {
  readonly name: string
  readonly id: string
  readonly basedOn?: string
  readonly next?: string
  /** The font size in points. */
  readonly size?: number
  readonly paragraph?: string
  readonly run?: string
}

const bold = '<w:b/><w:bCs/>'
/** Chinese is not slanted: emphasized text uses a brush typeface. */
const makeEmphasis = (tag: string): string => (tag.startsWith('zh') ? '<w:rFonts w:eastAsia="KaiTi"/>' : '<w:i/>')
/** Makes the spacing, in twentieths of a point. */
const space = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`
const rule = (side: string, eighths: number, gap = 1): string =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="${gap}" w:color="auto"/>`
const borders = (...sides: readonly string[]): string => `<w:pBdr>${sides.join('')}</w:pBdr>`
const box = borders(rule('top', 6, 8), rule('left', 6, 14), rule('bottom', 6, 8), rule('right', 6, 14))
/** The indents of numbered text: 12 mm on both sides. The number takes 10 mm more. */
const sides = '<w:ind w:start="680" w:end="680"/>'
const keepNext = '<w:keepNext/>'

/** Makes a box at the far side of the page, next to the following lines. */
export const makeSideFrame = (isRightToLeft: boolean): string =>
  `<w:framePr w:w="2600" w:hSpace="284" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="${isRightToLeft ? 'left' : 'right'}" w:y="1"/>`

const makeLooks = (isRightToLeft: boolean, emphasis: string, firstList: number): readonly Look[] => [
  { name: 'heading 1', id: 'Heading1', size: 13.5, paragraph: `${keepNext}${space(340, 140)}<w:outlineLvl w:val="0"/>`, run: bold },
  {
    name: 'heading 2',
    id: 'Heading2',
    size: 11.5,
    paragraph: `${keepNext}${space(230, 120)}<w:ind w:start="680" w:end="680"/><w:outlineLvl w:val="1"/>`,
    run: bold,
  },
  { name: 'heading 3', id: 'Heading3', size: 10, paragraph: `${keepNext}${space(180, 80)}<w:outlineLvl w:val="2"/>`, run: bold },
  {
    name: 'header',
    id: 'Header',
    size: 9,
    paragraph: `${borders(rule('bottom', 6, 3))}<w:tabs><w:tab w:val="end" w:pos="9638"/></w:tabs>${space(0, 0)}`,
    run: bold,
  },
  { name: 'footer', id: 'Footer', size: 8.5, paragraph: `<w:tabs><w:tab w:val="end" w:pos="9638"/></w:tabs>${space(0, 0)}` },
  { name: 'toc 1', id: 'TOC1', basedOn: 'RostrumTableCell' },
  { name: 'Rostrum Organizer', id: 'RostrumOrganizer', size: 13, paragraph: `${borders(rule('bottom', 6, 4))}${space(0, 120)}`, run: bold },
  { name: 'Rostrum Symbol', id: 'RostrumSymbol', size: 15, paragraph: `${space(0, 60)}<w:jc w:val="end"/>` },
  { name: 'Rostrum Meeting', id: 'RostrumMeeting', paragraph: space(0, 0), run: bold },
  { name: 'Rostrum Place', id: 'RostrumPlace', paragraph: space(0, 0) },
  {
    name: 'Rostrum Distribution',
    id: 'RostrumDistribution',
    paragraph: `${makeSideFrame(isRightToLeft)}${space(0, 0)}`,
  },
  {
    name: 'Rostrum Title',
    id: 'RostrumTitle',
    size: 17,
    paragraph: `${keepNext}${borders(rule('top', 18, 12))}${space(200, 80)}`,
    run: bold,
  },
  { name: 'Rostrum Subtitle', id: 'RostrumSubtitle', size: 13, paragraph: space(0, 160), run: bold },
  { name: 'Rostrum Notice', id: 'RostrumNotice', paragraph: space(0, 80), run: bold },
  {
    name: 'Rostrum Officers',
    id: 'RostrumOfficers',
    paragraph: `<w:tabs><w:tab w:val="start" w:pos="1814"/></w:tabs>${space(0, 0)}<w:ind w:start="1814" w:hanging="1814"/>`,
  },
  {
    name: 'Rostrum Summary Heading',
    id: 'RostrumSummaryHeading',
    size: 11.5,
    next: 'RostrumSummaryText',
    paragraph: `${keepNext}${box}${space(280, 80)}<w:ind w:start="454" w:end="454"/><w:jc w:val="center"/>`,
    run: emphasis,
  },
  { name: 'Rostrum Summary Text', id: 'RostrumSummaryText', paragraph: `${box}${space(0, 110)}<w:ind w:start="454" w:end="454"/>` },
  { name: 'Rostrum Contents Heading', id: 'RostrumContentsHeading', size: 10, paragraph: `${keepNext}${space(280, 60)}`, run: bold },
  { name: 'Rostrum Responsibility', id: 'RostrumResponsibility', size: 8.5, paragraph: `${borders(rule('top', 4, 4))}${space(240, 0)}` },
  { name: 'Rostrum Guiding Label', id: 'RostrumGuidingLabel', paragraph: `${keepNext}${space(60, 0)}${sides}`, run: bold },
  { name: 'Rostrum Guiding Question', id: 'RostrumGuidingQuestion', paragraph: `${space(0, 120)}${sides}`, run: emphasis },
  {
    name: 'Rostrum Para Numbered',
    id: 'RostrumParaNumbered',
    paragraph: `<w:numPr><w:numId w:val="${firstList + 1}"/></w:numPr>${space(40, 110)}<w:ind w:start="680" w:end="680" w:firstLine="0"/>`,
  },
  {
    name: 'Rostrum Para List',
    id: 'RostrumParaList',
    paragraph: `<w:numPr><w:numId w:val="${firstList + 2}"/></w:numPr>${space(0, 40)}<w:ind w:start="1701" w:end="680" w:hanging="454"/>`,
  },
  { name: 'Rostrum Body', id: 'RostrumBody', paragraph: `${space(0, 110)}${sides}<w:jc w:val="start"/>` },
  { name: 'Rostrum Table Number', id: 'RostrumTableNumber', size: 9.5, paragraph: `${keepNext}${space(140, 0)}` },
  { name: 'Rostrum Table Title', id: 'RostrumTableTitle', size: 9.5, paragraph: `${keepNext}${space(0, 60)}`, run: bold },
  { name: 'Rostrum Table Note', id: 'RostrumTableNote', size: 8, paragraph: space(40, 160) },
  { name: 'Rostrum Table End', id: 'RostrumTableEnd', size: 4, paragraph: space(0, 60) },
  { name: 'Rostrum Figure', id: 'RostrumFigure', paragraph: space(60, 100) },
  {
    name: 'Rostrum Annex Heading',
    id: 'RostrumAnnexHeading',
    basedOn: 'Heading1',
    next: 'RostrumBody',
    paragraph: '<w:outlineLvl w:val="0"/>',
  },
  { name: 'Rostrum Lead', id: 'RostrumLead', size: 9.5, paragraph: space(0, 100) },
  {
    name: 'Rostrum Log',
    id: 'RostrumLog',
    size: 9.5,
    paragraph: `<w:tabs><w:tab w:val="start" w:pos="2438"/></w:tabs>${space(0, 60)}<w:ind w:start="2438" w:hanging="2438"/>`,
  },
  ...makeCellLooks(isRightToLeft ? 'start' : 'end', emphasis),
]

/** `unitSide`: the side of the units, at which figures are aligned. It is the right side in every language. */
function makeCellLooks(unitSide: 'start' | 'end', emphasis: string): readonly Look[] {
  return (['normal', 'small', 'smallest'] as const).flatMap((size) => {
    const suffix = size === 'normal' ? '' : size === 'small' ? ' Small' : ' Smallest'
    const points = pointsBySize[size]
    const looks: Look[] = cellRoles.map((role) => ({
      name: `Rostrum Table ${role === 'head' ? 'Head' : role === 'cell' ? 'Cell' : 'Figure'}${suffix}`,
      id: getCellStyle(role, size),
      size: role === 'head' ? Math.min(points, 8) : points,
      paragraph: `${role === 'head' ? keepNext : ''}${space(role === 'head' ? 40 : 16, role === 'head' ? 40 : 16)}${role === 'figure' ? `<w:jc w:val="${unitSide}"/>` : ''}`,
      ...(role === 'head' ? { run: emphasis } : {}),
    }))
    const head: Look = {
      name: `Rostrum Table Head${suffix} Figure`,
      id: headFigureStyle(size),
      basedOn: getCellStyle('head', size),
      paragraph: `<w:jc w:val="${unitSide}"/>`,
    }
    return [...looks, head]
  })
}

const makeParagraphStyle = ({ name, id, basedOn = 'Normal', next, size, paragraph = '', run = '' }: Look): string => {
  const custom = name.startsWith('Rostrum') ? ' w:customStyle="1"' : ''
  const half = size === undefined ? '' : `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`
  const runs = run + half
  return `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${runs === '' ? '' : `<w:rPr>${runs}</w:rPr>`}</w:style>`
}

const sans = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimHei" w:cs="Arial"/>'
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const outline = '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
const shade = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`

type CharacterLook = readonly [id: string, name: string, run: string]

const makeCharacterLooks = (emphasis: string): readonly CharacterLook[] => [
  ['Strong', 'Strong', bold],
  ['Emphasis', 'Emphasis', emphasis],
  ['RostrumSmall', 'Rostrum Small', size(8)],
  ['RostrumCode', 'Rostrum Code', `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>${size(8)}`],
  ['RostrumMark', 'Rostrum Mark', '<w:noProof/>'],
  ['RostrumTag', 'Rostrum Tag', `${sans}${bold}${size(7)}${outline}`],
  ['RostrumTagDark', 'Rostrum Tag Dark', `${sans}${bold}<w:color w:val="FFFFFF"/>${size(7)}${outline}${shade('2B2B2B')}`],
  ['RostrumTagGrey', 'Rostrum Tag Grey', `${sans}${bold}${size(7)}${outline}${shade('DCDCDC')}`],
  ['RostrumToWrite', 'Rostrum To Write', `${emphasis}<w:color w:val="3C3C3C"/>${size(10)}${shade('EDEDED')}`],
  ['RostrumToWriteLabel', 'Rostrum To Write Label', `${sans}${bold}${size(8)}${outline}${shade('EDEDED')}`],
]

const makeCharacterStyle = ([id, name, run]: CharacterLook): string =>
  `<w:style w:type="character"${name.startsWith('Rostrum') ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`

/** The table has rules above it, below the head and below it, but none between rows, and no vertical ones. */
const tableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:customStyle="1" w:styleId="RostrumTable"><w:name w:val="Rostrum Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="10" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'

/** `firstList`: the number after which our lists begin. */
export const makeDocxStyles = ({ tag, direction }: ReportText, firstList = 0): string => {
  // In an Arabic document the complex script has the language of the document, and Latin text is English.
  const [latin, complex] = direction === 'rtl' ? ['en-GB', tag] : [tag, 'ar-SA']
  const emphasis = makeEmphasis(tag)
  return [
    `${xmlDeclaration}<w:styles ${docxNamespace}><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    `<w:lang w:val="${latin}" w:eastAsia="zh-CN" w:bidi="${complex}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    ...makeLooks(direction === 'rtl', emphasis, firstList).map(makeParagraphStyle),
    ...makeCharacterLooks(emphasis).map(makeCharacterStyle),
    tableStyle,
    '</w:styles>',
  ].join('')
}
