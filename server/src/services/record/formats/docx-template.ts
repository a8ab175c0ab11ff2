/**
 * A Word document of the organizer that gives the report its look: styles, page, headers and footers. It can be hostile, so little of it is
 * used.
 */
import { createHash } from 'node:crypto'
import { maxTemplateBytes } from '@rostrum/shared/contract/lengths'
import { unzipSync } from 'fflate'

/** The most bytes of the file, of one part and of all unpacked parts, and the most parts. */
const limits = { file: maxTemplateBytes, part: 4_000_000, unpacked: 24_000_000, parts: 400 }

export type TemplateFault = 'too-large' | 'not-a-document' | 'macros' | 'external-link' | 'malformed'

/** `part`: the part of the file with the fault. */
export class TemplateError extends Error {
  readonly fault: TemplateFault
  readonly part: string
  constructor(fault: TemplateFault, part: string) {
    super(`the template is refused: ${fault} (${part})`)
    this.fault = fault
    this.part = part
  }
}

type TemplateRelationship = { readonly id: string; readonly type: string; readonly target: string }
type TemplatePart = { readonly name: string; readonly bytes: Uint8Array }

export type DocxTemplate = {
  /** The hash of the file, which annex II names. */
  readonly hash: string
  readonly styles: string
  readonly numbering: string | null
  /** The content before the bookmark `rostrum`. */
  readonly start: string
  /** The page in twips. Null: the template does not define it. */
  readonly page: { readonly width: number; readonly height: number; readonly margins: string; readonly sides: number } | null
  /** The references to headers and footers, by the ids of `relationships`. Empty if there are none. */
  readonly references: string
  readonly hasTitlePage: boolean
  readonly hasEvenPages: boolean
  readonly relationships: readonly TemplateRelationship[]
  readonly parts: readonly TemplatePart[]
}

const macro = /vbaProject|vbaData|activeX|embeddings|customUI|\.(bin|exe|js|dll)$/i
const taken =
  /^(\[Content_Types\]\.xml|word\/(document|styles|numbering|settings|header\d*|footer\d*)\.xml|word\/theme\/\w+\.xml|word\/_rels\/\w+\.xml\.rels|word\/media\/[\w.-]+\.(png|jpe?g|gif))$/

export function readTemplate(bytes: Uint8Array): DocxTemplate {
  const files = unpack(bytes)
  const read = (name: string): string | null => {
    const part = files[name]
    if (part === undefined) return null
    if (part.byteLength > limits.part) throw new TemplateError('too-large', name)
    const text = new TextDecoder().decode(part)
    if (/<!DOCTYPE|<!ENTITY/i.test(text) || !isBalanced(text)) throw new TemplateError('malformed', name)
    return text
  }
  const [types, document, styles] = ['[Content_Types].xml', 'word/document.xml', 'word/styles.xml'].map(read)
  if (!types || !document || !styles) throw new TemplateError('not-a-document', 'word/document.xml')
  if (/macroEnabled/i.test(types)) throw new TemplateError('macros', '[Content_Types].xml')
  const relationships = readRelationships(read, 'document')
  const section = document.match(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)?.at(-1) ?? ''
  const references = section.match(/<w:(?:header|footer)Reference\b[^>]*\/>/g) ?? []
  const start = findStart(document)
  const used = new Set([...`${references.join('')}${start}`.matchAll(/r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id))
  const kept = relationships.filter(({ id, type }) => used.has(id) || /\/theme$/.test(type))
  const targets = kept.flatMap(({ target }) => [target, ...listPictures(read, target)])
  for (const { type, target } of kept)
    if (!/\/(header|footer|image|theme)$/.test(type) || files[`word/${target}`] === undefined) throw new TemplateError('malformed', target)
  const rels = targets.flatMap((target) => (files[`word/_rels/${target}.rels`] === undefined ? [] : [`_rels/${target}.rels`]))
  for (const target of targets) if (target.endsWith('.xml')) read(`word/${target}`)
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    styles,
    numbering: read('word/numbering.xml'),
    start: prefixIds(start),
    page: readPage(section),
    references: prefixIds(references.join('')),
    hasTitlePage: /<w:titlePg(?![^>]*w:val="(?:0|false)")/.test(section),
    hasEvenPages: /<w:evenAndOddHeaders(?![^>]*w:val="(?:0|false)")/.test(read('word/settings.xml') ?? ''),
    relationships: kept.map((one) => ({ ...one, id: `rIdT${one.id}` })),
    parts: [...new Set([...targets, ...rels])].map((target) => ({
      name: `word/${target}`,
      bytes: files[`word/${target}`] ?? new Uint8Array(),
    })),
  }
}

const prefixIds = (xml: string): string => xml.replace(/(r:(?:id|embed)=")/g, '$1rIdT')

function unpack(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  if (bytes.byteLength > limits.file) throw new TemplateError('too-large', 'file')
  let [unpacked, parts] = [0, 0]
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        parts += 1
        if (unpacked > limits.unpacked || parts > limits.parts) throw new TemplateError('too-large', name)
        if (macro.test(name)) throw new TemplateError('macros', name)
        return taken.test(name)
      },
    })
  } catch (error) {
    throw error instanceof TemplateError ? error : new TemplateError('not-a-document', 'file')
  }
}

type Reader = (name: string) => string | null

/** Reads relationships, and refuses external ones: a program that opens the report could follow a link out of the file. */
function readRelationships(read: Reader, part: string): readonly TemplateRelationship[] {
  const name = `word/_rels/${part}.xml.rels`
  const xml = read(name) ?? ''
  if (/TargetMode\s*=\s*["']External/i.test(xml)) throw new TemplateError('external-link', name)
  return (xml.match(/<Relationship\b[^>]*>/g) ?? []).map((tag) => {
    const get = (attribute: string): string => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
    return { id: get('Id'), type: get('Type'), target: get('Target').replace(/^\/?word\//, '') }
  })
}

/** Lists the pictures of a header or a footer. */
function listPictures(read: Reader, target: string): readonly string[] {
  if (!/^(header|footer)\d*\.xml$/.test(target)) return []
  return readRelationships(read, target.replace(/\.xml$/, '')).map(({ type, target: picture }) => {
    if (!type.endsWith('/image')) throw new TemplateError('external-link', target)
    return picture
  })
}

function findStart(document: string): string {
  const body = document.slice(document.indexOf('>', document.indexOf('<w:body')) + 1)
  const mark = body.search(/<w:bookmarkStart\b[^>]*w:name="rostrum"/)
  if (mark < 0) return ''
  const paragraph = Math.max(body.lastIndexOf('<w:p>', mark), body.lastIndexOf('<w:p ', mark))
  const start = body.slice(0, Math.max(0, paragraph))
  if (!isBalanced(start)) throw new TemplateError('malformed', 'word/document.xml')
  return start
}

function readPage(section: string): DocxTemplate['page'] {
  const get = (tag: string, attribute: string): number =>
    Number(new RegExp(`<w:${tag}\\b[^>]*\\bw:${attribute}="(\\d+)"`).exec(section)?.[1] ?? Number.NaN)
  const [width, height] = [get('pgSz', 'w'), get('pgSz', 'h')]
  const sides = get('pgMar', 'left') + get('pgMar', 'right')
  const margins = /<w:pgMar\b[^>]*\/>/.exec(section)?.[0] ?? ''
  // A page that is too small or too large for tables is ignored.
  return width - sides > 4000 && height > 8000 && width < 32_000 && height < 32_000 ? { width, height, margins, sides } : null
}

/** Whether every element that begins also ends. */
function isBalanced(xml: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', single] of xml.matchAll(/<(\/?)([a-zA-Z][\w:.-]*)(?:"[^"<]*"|'[^'<]*'|[^<>"'/]|\/(?!>))*(\/?)>/g)) {
    if (single) continue
    if (!close) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
