/** Lists of people as files: their fields, their spellings, and their possible errors. */

export const listFields = [
  ...[
    'id',
    'entity',
    'name',
    'givenName',
    'familyName',
    'email',
    'group',
    'channel',
    'language',
    'nameInRecord',
    'pronounced',
    'said',
    'state',
  ],
] as const
export type ListField = (typeof listFields)[number]

/** The fields with a fixed choice of values. A text for one is matched once, and remembered for the session. */
export const valueFields = ['group', 'channel', 'language', 'nameInRecord', 'state'] as const satisfies readonly ListField[]
export type ValueField = (typeof valueFields)[number]
/** Whether a registration brings somebody: confirmed, or withdrawn, refused and not yet decided. */
export const registrationStates = ['comes', 'left-out'] as const
export type RegistrationState = (typeof registrationStates)[number]
/** A match: what a list writes, and what it means. A group by its id or `none`, consent as `yes` or `no`. */
export type ListValue = { readonly field: ValueField; readonly written: string; readonly value: string }
/** The longest text that can be matched. */
export const maxWrittenLength = 60

export const columnErrors = ['column-missing', 'column-twice', 'column-refused'] as const

export const listErrors = [
  'list-empty', // no rows after the header, or no header
  'list-unreadable', // neither text nor a workbook, or damaged
  'list-old-workbook', // XLS, or a workbook with a password
  'list-too-heavy', // unpacked too large, or not read in time
  'list-busy', // too many lists are read at the same time
  'list-wrong-encoding', // not in the encoding that the sender names
  'list-no-such-sheet',
  'list-quotes', // a quoted cell that does not end, or ends in the middle
  'list-too-many-rows',
  'list-too-many-columns',
  'list-row-too-long',
  'columns-refused', // columns that are missing, appear twice, or have a name that is not allowed
] as const
export type ListErrorReason = (typeof listErrors)[number]

export const rowErrors = [
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
  'state-unclear',
  'email-twice',
  'id-twice',
  'email-taken', // by a person with a different id
] as const

/** The field of an error that a match removes. */
export const fieldsByError: Readonly<Partial<Record<(typeof rowErrors)[number], ValueField>>> = {
  'no-such-group': 'group',
  'no-such-channel': 'channel',
  'language-unclear': 'language',
  'consent-unclear': 'nameInRecord',
  'state-unclear': 'state',
}

/** The order in which a name is joined from two columns. */
export const nameOrders = ['given-first', 'family-first'] as const
export type NameOrder = (typeof nameOrders)[number]

/** The encodings that people can choose, by their names in the web standard. */
export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'koi8-r', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'macintosh'],
] as const
export type Encoding = (typeof encodings)[number]
