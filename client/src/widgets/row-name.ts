/** The name of a row in the list. */
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { TypedNames } from '../session/typed-names.ts'
import { joinParts } from '../text/join-texts.ts'
import type { Translate } from '../text/messages.ts'

type NamedRow = Pick<EntryRow, 'entity' | 'staff'>

/** The organization, and the name that the secretariat added, if any. */
export const listRowNames = ({ entity, staff }: NamedRow, names: TypedNames): readonly string[] => {
  const name = staff?.nameId ? names.get(staff.nameId) : undefined
  return name ? [entity, name] : [entity]
}

export const formatRowName = (t: Translate, row: NamedRow, names: TypedNames): string => joinParts(t, listRowNames(row, names))
