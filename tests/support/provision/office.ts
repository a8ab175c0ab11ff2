import { findFile, findOnPath } from './find-program.ts'
import { provideFonts } from './fonts.ts'

export type FoundOffice =
  | { readonly kind: 'program'; readonly program: string; readonly env: Readonly<Record<string, string>>; readonly line: string }
  | { readonly kind: 'none'; readonly line: string }

const usual = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

export async function findOffice(): Promise<FoundOffice> {
  const program = findOnPath('soffice', 'libreoffice') ?? findFile(usual)
  if (program === null)
    return {
      kind: 'none',
      line: 'LibreOffice: none found; documents are not opened by it (Debian: libreoffice-writer-nogui libreoffice-calc-nogui)',
    }
  return { kind: 'program', program, env: await provideFonts(), line: `LibreOffice: ${program}` }
}
