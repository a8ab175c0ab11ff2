/** Reads a file of people, without knowing who is registered. The first piece describes the file; its rows follow in pieces. */
import type { ListValue, NameOrder } from '@rostrum/shared/contract/people-lists'
import type { Group } from '@rostrum/shared/contract/plan'
import { type ColumnMap, type ColumnNames, mapColumns } from './column-map.ts'
import { ListError, type RowError } from './list-errors.ts'
import { type FileChoices, readListFile } from './list-file.ts'
import type { ListSource } from './list-table.ts'
import { guessNameOrder, type RowPerson, RowReader } from './row-reader.ts'

/** The choices of people about things that the file does not specify. */
export type ListChoices = FileChoices & { readonly columns: ColumnNames; readonly nameOrder?: NameOrder | undefined }
export type ListInput = {
  readonly bytes: Uint8Array
  readonly choices: ListChoices
  readonly groups: readonly Group[]
  readonly values: readonly ListValue[]
}

export type ListHead = {
  readonly source: ListSource
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly nameOrder: NameOrder
  readonly rowCount: number
}
type ReadRow = RowPerson | readonly RowError[]
export type ListPiece = { readonly kind: 'head'; readonly head: ListHead } | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }

const pieceSize = 500

/** Throws `ListError`. */
export async function* parseList({ bytes, choices, groups, values }: ListInput): AsyncIterable<ListPiece> {
  const { source, header, rows } = await readListFile(bytes, choices)
  const { columns, faults } = mapColumns(header, choices.columns)
  if (faults.length > 0) throw new ListError('columns-refused', null, { columnFaults: faults, headers: header, source })
  const nameOrder = choices.nameOrder ?? guessNameOrder(header[columns.familyName ?? -1] ?? '')
  yield { kind: 'head', head: { source, header, columns, nameOrder, rowCount: rows.length } }
  const reader = new RowReader(header, columns, { groups, nameOrder, values })
  for (let begin = 0; begin < rows.length; begin += pieceSize) {
    yield { kind: 'rows', rows: rows.slice(begin, begin + pieceSize).map((row) => reader.read(row)) }
  }
}
