/** Requests a file of the record, in the look of a template if there is one. */
import { type Format, fileTypes, pdfType, type StyledFormat } from '@rostrum/shared/contract/record-formats'
import { languageIds } from '@rostrum/shared/kernel/wording'
import type { HttpResult } from '../../../session/http.ts'
import { type NamedFile, requestFile } from '../../../session/request-file.ts'
import type { GetBearer } from './use-record-page.ts'

export type RecordFile = Format | StyledFormat
/** `template`: a Word document. The data files do not need it. */
export type DownloadOptions = {
  readonly language: string
  readonly public: boolean
  readonly notes: boolean
  readonly template: File | null
}

const isStyled = (file: RecordFile): file is StyledFormat => file === 'docx' || file === 'pdf'
const sentAs = { type: fileTypes.docx.type }

export const fetchRecordFile = async (
  session: string,
  file: RecordFile,
  options: DownloadOptions,
  getBearer: GetBearer,
): Promise<HttpResult<NamedFile>> => {
  const secret = await getBearer()
  if (!secret.ok) return secret
  const query = {
    language: languageIds.find((id) => id === options.language),
    ...(options.public && { public: 'true' as const }),
    ...(options.notes && { notes: 'true' as const }),
  }
  const input = { params: { id: session }, query }
  const { template } = options
  if (template !== null && isStyled(file))
    return requestFile(`POST /api/sessions/:id/record.${file}`, { ...input, body: new Blob([template], sentAs) }, secret.value)
  const { extension } = file === 'pdf' ? pdfType : fileTypes[file]
  return requestFile(`GET /api/sessions/:id/record.${extension}`, input, secret.value)
}
