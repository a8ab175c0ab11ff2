/** The formats of the record. The code that writes them is loaded when the first record is requested. */

export const formats = ['md', 'docx', 'xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

const office = 'application/vnd.openxmlformats-officedocument'

/** `isReport`: it shows the report, and a public one has the numbers of the full version. Otherwise it has the tables alone. */
export const fileTypes = {
  md: { extension: 'md', type: 'text/markdown; charset=utf-8', isReport: true },
  docx: { extension: 'docx', type: `${office}.wordprocessingml.document`, isReport: true },
  xlsx: { extension: 'xlsx', type: `${office}.spreadsheetml.sheet`, isReport: false },
  csv: { extension: 'zip', type: 'application/zip', isReport: false },
  json: { extension: 'json', type: 'application/json; charset=utf-8', isReport: false },
} as const satisfies Readonly<Record<Format, { readonly extension: string; readonly type: string; readonly isReport: boolean }>>

/** LibreOffice makes it of the Word document, on a server that has LibreOffice. It is no format of its own, because its bytes may differ. */
export const pdfType = { extension: 'pdf', type: 'application/pdf' } as const
/** The files whose look a template of the organization can give. */
export const styledTypes = { docx: fileTypes.docx, pdf: pdfType } as const
export type StyledFormat = keyof typeof styledTypes
export const styledFormats = ['docx', 'pdf'] as const satisfies readonly StyledFormat[]
