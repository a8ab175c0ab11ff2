/** The report as an editable Word document (Office Open XML). Decision 2 in docs/decisions explains why we write it ourselves. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Outline } from '../report/outline.ts'
import { buildReport } from '../report/report.ts'
import type { ReportForm } from '../report/report-context.ts'
import type { ReportText } from '../text/report-text.ts'
import { makeCoreProperties } from './core-properties.ts'
import { DocxBody } from './docx-body.ts'
import { drawingNamespaces } from './docx-drawing.ts'
import { makeFrame } from './docx-frame.ts'
import { templateLists } from './docx-numbering.ts'
import { docxNamespace, makeDocxStyles } from './docx-styles.ts'
import type { DocxTemplate } from './docx-template.ts'
import { mergeNumbering, mergeStyles } from './docx-template-styles.ts'
import { makeContentTypes, makeRelationships, xmlDeclaration } from './xml.ts'
import { createZip, type ZipEntry } from './zip.ts'

const word = 'officedocument.wordprocessingml'

/** `outline`: the numbers of the full version, for a public one. `form`: a print has no places to write. */
export async function writeDocx(
  record: SessionRecord,
  reportText: ReportText,
  outline?: Outline,
  template: DocxTemplate | null = null,
  form: ReportForm['form'] = 'document',
): Promise<Uint8Array> {
  const frame = makeFrame(record, reportText, template)
  const body = new DocxBody(reportText, frame, template === null ? 0 : templateLists)
  const styles = template === null ? null : mergeStyles(template, makeDocxStyles(reportText, templateLists))
  const rename = (xml: string): string => styles?.rename(xml) ?? xml
  return await createZip(listEntries())

  // The entries are written in this order. Lists and pictures are known once the body is written.
  function* listEntries(): Generator<ZipEntry> {
    yield {
      name: '[Content_Types].xml',
      chunks: [makeTypes([...frame.headers.map(({ name }) => name), ...(template?.parts ?? []).map(({ name }) => name)])],
    }
    yield {
      name: '_rels/.rels',
      chunks: [
        makeRelationships([
          ['officeDocument', 'word/document.xml'],
          ['core-properties', 'docProps/core.xml'],
        ]),
      ],
    }
    yield { name: 'docProps/core.xml', chunks: [makeCoreProperties(record, reportText)] }
    yield { name: 'word/document.xml', chunks: makeDocument() }
    yield* body.pictures.files()
    yield { name: 'word/_rels/document.xml.rels', chunks: [makeDocumentRelationships()] }
    yield* frame.headers
    for (const { name, bytes } of template?.parts ?? []) yield { name, chunks: [bytes] }
    const numbering = body.lists.makeNumbering(reportText)
    yield { name: 'word/numbering.xml', chunks: [rename(template === null ? numbering : mergeNumbering(template, numbering))] }
    yield { name: 'word/settings.xml', chunks: [frame.settings] }
    yield { name: 'word/styles.xml', chunks: [styles?.xml ?? makeDocxStyles(reportText)] }
  }

  function* makeDocument(): Generator<string> {
    yield `${xmlDeclaration}<w:document ${docxNamespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ${drawingNamespaces}><w:body>`
    yield template?.start ?? ''
    for (const text of body.build(buildReport(record, reportText, outline, { template: template?.hash ?? null, form }))) yield rename(text)
    yield `<w:sectPr>${body.hasSections ? frame.sections.laterPortrait : frame.sections.portrait}</w:sectPr></w:body></w:document>`
  }

  function makeDocumentRelationships(): string {
    const theirs = (template?.relationships ?? []).map(
      ({ id, type, target }) => [id, target, type.slice(type.lastIndexOf('/') + 1)] as const,
    )
    return makeRelationships(
      [['styles', 'styles.xml'], ['settings', 'settings.xml'], ['numbering', 'numbering.xml'], ...frame.relationships],
      [...body.pictures.relationships.map(([id, target]) => [id, target, 'image'] as const), ...theirs],
    )
  }
}

/** Makes the content types. `parts`: headers, footers and parts of a template. */
function makeTypes(parts: readonly string[]): string {
  const kinds = { header: `${word}.header`, footer: `${word}.footer`, theme: 'officedocument.theme' } as const
  const typed = parts.flatMap((name) => {
    const kind = /^word\/(?:theme\/)?(header|footer|theme)\w*\.xml$/.exec(name)?.[1] as keyof typeof kinds | undefined
    return kind === undefined ? [] : [[name, kinds[kind]] as const]
  })
  return makeContentTypes(
    {
      'docProps/core.xml': 'package.core-properties',
      'word/document.xml': `${word}.document.main`,
      ...Object.fromEntries(typed),
      'word/numbering.xml': `${word}.numbering`,
      'word/settings.xml': `${word}.settings`,
      'word/styles.xml': `${word}.styles`,
    },
    { gif: 'image/gif', jpeg: 'image/jpeg', jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' },
  )
}
