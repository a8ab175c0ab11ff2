/** Reads a PDF: its text line by line, and the structure for programs that read it aloud. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type PdfPage = { readonly width: number; readonly height: number; readonly lines: readonly string[] }
export type PdfContent = {
  readonly pages: readonly PdfPage[]
  readonly language: string | null
  readonly isTagged: boolean
  readonly title: string | null
  readonly metadata: string
  readonly alternatives: readonly string[]
}

type StructNode = { readonly role?: string; readonly alt?: string; readonly children?: readonly StructNode[] }

export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const pages: PdfPage[] = []
  const alternatives: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    pages.push({ width: right - left, height: top - bottom, lines: joinLines(items as readonly TextItem[]) })
    alternatives.push(...listAlternatives((await page.getStructTree()) as StructNode | null))
  }
  const { Language = null, Title = null } = info as { Language?: string | null; Title?: string | null }
  const isTagged = ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true
  const raw = Buffer.from(bytes).toString('latin1')
  await task.destroy()
  return { pages, language: Language, isTagged, title: Title, metadata: metadata ? raw : '', alternatives }
}

const listAlternatives = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role === 'Figure' ? [node.alt ?? ''] : []), ...(node.children ?? []).flatMap(listAlternatives)]

type TextItem = { readonly str: string; readonly transform: readonly number[] }

/** Joins pieces at the same height to one line. */
function joinLines(items: readonly TextItem[]): readonly string[] {
  const lines = new Map<number, string>()
  for (const { str, transform } of items) {
    const height = Math.round(transform[5] ?? 0)
    lines.set(height, (lines.get(height) ?? '') + str)
  }
  return [...lines.values()]
}
