/** Figures in a Word document: SVG for programs that show it, and a bitmap for the others. */
import type { Block } from '../report/blocks.ts'
import { drawPng } from './figure-png.ts'
import { drawSvg } from './figure-svg.ts'
import { escapeXml } from './xml.ts'
import type { ZipEntry } from './zip.ts'

type FigureBlock = Extract<Block, { kind: 'figure' }>

const emuPerMillimetre = 36_000
const svgExtension = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'

/** The pictures of a document, in the order in which they appear. */
export class DocxPictures {
  readonly #figures: FigureBlock[] = []
  readonly #width: number

  /** `width`: the width of the text of a page, in millimetres. */
  constructor(width: number) {
    this.#width = Math.round(width * emuPerMillimetre)
  }

  /** The number of the first relationship of a picture. */
  static readonly firstRelationship = 100

  get relationships(): readonly (readonly [id: string, target: string])[] {
    return this.#figures.flatMap((_, index) => [
      [this.#pngId(index), `media/report-figure${index + 1}.png`] as const,
      [this.#svgId(index), `media/report-figure${index + 1}.svg`] as const,
    ])
  }

  *files(): Generator<ZipEntry> {
    for (const [index, { figure }] of this.#figures.entries()) {
      yield { name: `word/media/report-figure${index + 1}.png`, chunks: [drawPng(figure)] }
      yield { name: `word/media/report-figure${index + 1}.svg`, chunks: [drawSvg(figure)] }
    }
  }

  /** Adds a picture and returns its run. */
  add(block: FigureBlock): string {
    const index = this.#figures.push(block) - 1
    const { width, height } = block.figure
    const size = `cx="${this.#width}" cy="${Math.round((this.#width * height) / width)}"`
    const id = index + 1
    return [
      `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="figure${id}" descr="${escapeXml(block.alt)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
      '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
      `<pic:nvPicPr><pic:cNvPr id="${id}" name="figure${id}" descr="${escapeXml(block.alt)}"/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill><a:blip r:embed="${this.#pngId(index)}"><a:extLst><a:ext uri="${svgExtension}"><asvg:svgBlip r:embed="${this.#svgId(index)}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    ].join('')
  }

  #pngId(index: number): string {
    return `rId${DocxPictures.firstRelationship + index * 2}`
  }

  #svgId(index: number): string {
    return `rId${DocxPictures.firstRelationship + index * 2 + 1}`
  }
}

export const drawingNamespaces =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
