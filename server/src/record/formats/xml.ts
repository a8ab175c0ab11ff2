/** Text as XML has it, for the two kinds of Office documents. */

/** What XML has no way to write; lone surrogates are among it. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapedXml = (text: string): string => text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => names[sign] ?? sign)

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** `targets`: by the last word of their type. */
export const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => {
      const base =
        type === 'core-properties' ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata' : officeRelationships
      return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
    })
    .join('')}</Relationships>`

/** `parts`: their types, by name. */
export const contentTypes = (parts: Readonly<Record<string, string>>): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    parts,
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`)
    .join('')}</Types>`
