/** What can be wrong with a list of people: with the file, for which it is not read at all, and with single rows of it. */

export const fileFaults = [
  'csv-empty', // nothing but a header, or not even that
  'csv-not-utf-8',
  'csv-utf-16', // as some spreadsheets save "Unicode text"
  'csv-quotes', // a quoted cell that does not end, or ends in the middle
  'csv-too-many-rows',
  'csv-too-many-columns',
  'csv-row-too-long',
  'csv-header-refused', // what every object inherits is no name of a column
  'csv-column-missing', // organization, group and channel must be there, and whatever was named
  'csv-column-twice',
] as const
export type FileFault = (typeof fileFaults)[number]

export class FaultyList extends Error {
  override readonly name = 'FaultyList'
  readonly why: FileFault
  /** The column or the line that it is about. */
  readonly about: string | number | null
  constructor(why: FileFault, about: string | number | null = null) {
    super(why)
    this.why = why
    this.about = about
  }
}

export const rowFaults = [
  'row-width', // more or fewer cells than the header has
  'text-empty',
  'text-too-long',
  'text-refused',
  'office-imitated',
  'email-refused',
  'id-refused',
  'no-such-group',
  'no-such-channel',
  'language-unclear',
  'consent-unclear',
  'email-twice',
  'id-twice',
  'email-taken', // by somebody of another id
] as const
export type RowFault = {
  /** Counted from 1, the header included, as an editor shows it. */
  readonly line: number
  /** As the file names it; null where the whole row is meant. */
  readonly column: string | null
  readonly why: (typeof rowFaults)[number]
  /** The line that says the same, where two do. */
  readonly first?: number
}
