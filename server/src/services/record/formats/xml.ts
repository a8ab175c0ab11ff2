/** The XML parts that Word documents and workbooks share. */

/** Characters that XML cannot contain, including lone surrogates. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entityNames: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string => text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => entityNames[sign] ?? sign)

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Makes relationships. `targets`: pairs of the last word of the type, and the target. `named`: others, with the ids that the document uses.
 */
export const makeRelationships = (
  targets: readonly (readonly [type: string, target: string])[],
  named: readonly (readonly [id: string, target: string, type: string])[] = [],
): string =>
  `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], index) => {
      const base =
        type === 'core-properties' ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata' : officeRelationships
      return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
    })
    .join('')}${named
    .map(([id, target, type]) => `<Relationship Id="${id}" Type="${officeRelationships}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Makes content types. `parts`: the types by part name. `extensions`: the types by file extension. */
export const makeContentTypes = (parts: Readonly<Record<string, string>>, extensions: Readonly<Record<string, string>> = {}): string =>
  `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    extensions,
  )
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join('')}${Object.entries(parts)
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`)
    .join('')}</Types>`
