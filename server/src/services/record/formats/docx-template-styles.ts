/** The styles of a template, and ours if it has none of that name. */
import type { DocxTemplate } from './docx-template.ts'

const stylePattern = /<w:style\b[^>]*>[\s\S]*?<\/w:style>/g
const getName = (style: string): string => (/<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? '').toLowerCase()
const getId = (style: string): string => /\bw:styleId="([^"]*)"/.exec(style)?.[1] ?? ''

export type MergedStyles = {
  readonly xml: string
  /** Returns the text of a part with the ids of the styles in this document. */
  readonly rename: (xml: string) => string
}

/** Merges the styles. `ours`: our own part of styles. */
export function mergeStyles({ styles }: DocxTemplate, ours: string): MergedStyles {
  const theirs = styles.match(stylePattern) ?? []
  const idByName = new Map(theirs.map((style) => [getName(style), getId(style)]))
  const theirIds = new Set(theirs.map(getId))
  const own = ours.match(stylePattern) ?? []
  const missing = own.filter((style) => !idByName.has(getName(style)))
  const ids = new Map<string, string>()
  for (const style of own) {
    const id = getId(style)
    const known = idByName.get(getName(style))
    ids.set(id, known ?? (theirIds.has(id) ? `${id}Rostrum` : id))
  }
  const rename = (xml: string): string =>
    xml.replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="|\bw:styleId=")([^"]*)"/g,
      (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`,
    )
  const added = missing.map((style) => rename(style).replace(' w:default="1"', '')).join('')
  return { xml: styles.replace(/<\/w:styles>\s*$/, `${added}</w:styles>`), rename }
}

/** Puts our lists after those of the template. `ours`: our part of lists, whose numbers begin after all of theirs. */
export function mergeNumbering({ numbering }: DocxTemplate, ours: string): string {
  if (numbering === null) return ours
  const lists = (xml: string, name: string): string => (xml.match(new RegExp(`<w:${name}\\b[\\s\\S]*?</w:${name}>`, 'g')) ?? []).join('')
  const begin = /^[\s\S]*?<w:numbering\b[^>]*>/.exec(numbering)?.[0] ?? ''
  return begin === ''
    ? ours
    : `${begin}${lists(numbering, 'abstractNum')}${lists(ours, 'abstractNum')}${lists(numbering, 'num')}${lists(ours, 'num')}</w:numbering>`
}
