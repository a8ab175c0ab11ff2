/** The formats of the record. The code that writes them is loaded when the first record is requested. */

export const formats = ['md', 'docx', 'xlsx', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

const office = 'application/vnd.openxmlformats-officedocument'

export const fileTypes = {
  md: { extension: 'md', type: 'text/markdown; charset=utf-8' },
  docx: { extension: 'docx', type: `${office}.wordprocessingml.document` },
  xlsx: { extension: 'xlsx', type: `${office}.spreadsheetml.sheet` },
  csv: { extension: 'zip', type: 'application/zip' },
  json: { extension: 'json', type: 'application/json; charset=utf-8' },
} as const satisfies Readonly<Record<Format, { readonly extension: string; readonly type: string }>>
