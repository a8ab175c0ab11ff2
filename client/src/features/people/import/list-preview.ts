/** The server's reading of a list before anything changes, and the result afterwards. */
import type { AnswerOf, RefusalOf } from '@rostrum/shared/api/operations'
import type { Encoding, ListField, NameOrder } from '@rostrum/shared/contract/people-lists'
import type { ApiInput } from '../../../session/http.ts'

/** The fields for which a list must have a column. */
export const requiredListFields: readonly ListField[] = ['entity', 'group', 'channel']

/** The user's corrections. `columns`: the header of each field, or null if it is not in the list. */
export type ListChoices = {
  readonly columns: Partial<Readonly<Record<ListField, string | null>>>
  readonly encoding?: Encoding
  readonly sheet?: string
  readonly nameOrder?: NameOrder
}

export type ListPreview = AnswerOf<'POST /api/sessions/:id/people/preview'>
/** How the file was read. */
export type ListSource = ListPreview['source']
export type ListRowError = ListPreview['faults'][number]
export type ImportCounts = ListPreview['counts']
export type ImportResult = AnswerOf<'POST /api/sessions/:id/people/import'>
/** A refusal of the whole list, or of some of its rows. */
export type ListRefusal = RefusalOf<'POST /api/sessions/:id/people/preview' | 'POST /api/sessions/:id/people/import'>
export type ColumnError = NonNullable<Extract<ListRefusal, { readonly about: unknown }>['columnFaults']>[number]

/** Builds the request for a preview and for the import. */
export const makeListInput = (
  session: string,
  file: File,
  { columns, ...choices }: ListChoices,
): ApiInput<'POST /api/sessions/:id/people/preview'> => ({
  params: { id: session },
  query: { ...(Object.keys(columns).length === 0 ? {} : { columns: JSON.stringify(columns) }), ...choices },
  // The file is sent unchanged. The server detects its type from the content, because browsers give lists various types.
  body: new Blob([file], { type: 'application/octet-stream' }),
})
