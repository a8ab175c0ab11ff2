/** The template of an organizer: what the report takes from it, and the templates that are refused. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { writeDocx } from '@rostrum/server/services/record/formats/docx'
import { readTemplate } from '@rostrum/server/services/record/formats/docx-template'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { convert, hasOffice, readHeadings, readTables } from '../support/libreoffice.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { readEntry, unzip } from '../support/zip-reader.ts'

const commits = buildModelLog()
const record = buildRecord(modelId, commits)

type Files = Record<string, string | Uint8Array>
const pack = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])),
  )

/** Makes a letterhead as a German word processor writes it: A4, wide margins, a header picture, its own ids. */
async function makeTemplateFiles(): Promise<Files> {
  const own = unzipSync(await writeDocx(record, getReportText('en')))
  const text = (name: string) => new TextDecoder().decode(own[name] ?? new Uint8Array())
  const styles = text('word/styles.xml')
    .replaceAll('Heading1', 'berschrift1')
    .replace(/<w:style [^>]*w:styleId="RostrumTag".*?<\/w:style>/, '')
    .replace(/(w:styleId="berschrift1">.*?<w:rPr>)/, '$1<w:color w:val="004488"/>')
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const list = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const namespaces = text('word/document.xml').match(/<w:document[^>]*>/)?.[0] ?? ''
  return {
    '[Content_Types].xml': text('[Content_Types].xml'),
    'word/document.xml': `${namespaces}<w:body><w:p><w:r><w:t>LETTERHEAD</w:t></w:r></w:p><w:p><w:bookmarkStart w:id="1" w:name="rostrum"/><w:r><w:t>AFTER</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1701" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': list(relationship('rId1', 'styles', 'styles.xml') + relationship('rId7', 'header', 'header5.xml')),
    'word/header5.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>HOUSE STYLE</w:t></w:r></w:p></w:hdr>`,
    'word/_rels/header5.xml.rels': list(relationship('rId1', 'image', 'media/logo.png')),
    'word/media/logo.png': own['word/media/report-figure1.png'] ?? new Uint8Array(),
    'word/styles.xml': styles,
    'word/settings.xml': text('word/settings.xml').replace('<w:evenAndOddHeaders/>', ''),
    'word/vorlage.txt': 'not taken',
  }
}
const exportWith = async (template: Uint8Array) =>
  (await exportRecord(modelId, commits, { format: 'docx', language: 'en', public: false, notes: false, template })).bytes

describe('[R23] a template', () => {
  test('gives styles, page, headers and everything before the bookmark; the report adds what is missing', async () => {
    const bytes = pack(await makeTemplateFiles())
    const made = await exportWith(bytes)
    const files = unzip(made)
    const document = files.get('word/document.xml') ?? ''
    const styles = files.get('word/styles.xml') ?? ''
    expect(document).toContain('<w:t>LETTERHEAD</w:t>')
    expect(document).not.toContain('AFTER')
    expect(document).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(document).not.toContain('<w:pStyle w:val="Heading1"/>')
    expect(styles).toContain('<w:color w:val="004488"/>')
    expect(styles.match(/<w:name w:val="heading 1"\/>/g)).toHaveLength(1)
    expect(styles).toContain('w:styleId="RostrumTag"')
    expect(document).toContain('w:left="1701"')
    expect([...files.keys()].filter((name) => /header|logo|vorlage/.test(name)).sort()).toEqual([
      ...['word/_rels/header5.xml.rels', 'word/header5.xml', 'word/media/logo.png'],
    ])
    const widths = [...document.matchAll(/<w:tblW w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(new Set(widths)).toEqual(new Set([11_906 - 2 * 1701]))
    expect(document).toContain(readTemplate(bytes).hash)
    expect(Buffer.compare(made, await exportWith(bytes))).toBe(0)
    const numbers = [...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
    const numbering = readEntry(made, 'word/numbering.xml')
    expect(numbers.filter((id) => !numbering.includes(`<w:num w:numId="${id}">`))).toEqual([])
  })

  test.each([
    ['macros', async () => ({ ...(await makeTemplateFiles()), 'word/vbaProject.bin': 'x' })],
    ['macros', async () => ({ ...(await makeTemplateFiles()), 'word/embeddings/sheet.xlsx': 'x' })],
    [
      'external-link',
      async () => await change('word/_rels/document.xml.rels', 'Target="header5.xml"', 'Target="http://x.example/h" TargetMode="External"'),
    ],
    [
      'external-link',
      async () =>
        await change('word/_rels/header5.xml.rels', 'Target="media/logo.png"', 'Target="http://x.example/l.png" TargetMode="External"'),
    ],
    ['malformed', async () => await change('word/styles.xml', '</w:styles>', '')],
    ['malformed', async () => await change('word/styles.xml', '<w:styles', '<!DOCTYPE x [<!ENTITY e "e">]><w:styles')],
    ['malformed', async () => await change('word/_rels/document.xml.rels', 'Target="header5.xml"', 'Target="../../etc/passwd"')],
    ['not-a-document', async () => ({ 'readme.txt': 'x' })],
    ['too-large', async () => ({ ...(await makeTemplateFiles()), 'word/styles.xml': ' '.repeat(30_000_000) })],
  ] as const)('is refused: %s', async (fault, makeFiles) => {
    const bytes = pack(await makeFiles())
    expect(() => readTemplate(bytes)).toThrow(expect.objectContaining({ fault }))
  })

  test('is refused if it is not an archive, or if the file is too large', () => {
    expect(() => readTemplate(strToU8('no archive'))).toThrow(expect.objectContaining({ fault: 'not-a-document' }))
    expect(() => readTemplate(new Uint8Array(5_000_000))).toThrow(expect.objectContaining({ fault: 'too-large' }))
  })

  if (hasOffice())
    test('makes a document that opens with all headings and tables', { timeout: 120_000 }, async () => {
      const [plain, styled] = [await writeDocx(record, getReportText('en')), await exportWith(pack(await makeTemplateFiles()))]
      const opened = await convert(
        new Map([
          ['plain.docx', plain],
          ['styled.docx', styled],
        ]),
        'fodt',
      )
      const [before, after] = [opened.get('plain.docx'), opened.get('styled.docx')]
      if (!before || !after) throw new Error('a document was not opened')
      expect(readHeadings(after)).toEqual(readHeadings(before))
      expect(readTables(after).length).toBe(readTables(before).length)
    })
})

async function change(name: string, from: string, to: string): Promise<Files> {
  const files = await makeTemplateFiles()
  const text = String(files[name])
  if (!text.includes(from)) throw new Error(`${name} does not contain ${from}`)
  return { ...files, [name]: text.replace(from, to) }
}
