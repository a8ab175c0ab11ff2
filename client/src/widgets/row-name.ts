/** How a row of the list is named. */
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { TypedNames } from '../session/typed-names.ts'

/** An entry that the secretariat added with a name shows that name. */
export const formatRowName = ({ entity, staff }: Pick<EntryRow, 'entity' | 'staff'>, names: TypedNames): string => {
  const name = staff?.nameId ? names.get(staff.nameId) : undefined
  return name ? `${entity}, ${name}` : entity
}
