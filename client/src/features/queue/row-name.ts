import type { EntryRow } from '@rostrum/shared/projection/queue/rows'

/** An entry that the secretariat added with a name shows that name. */
export const formatRowName = ({ entity, staff }: Pick<EntryRow, 'entity' | 'staff'>): string =>
  staff?.name ? `${entity}, ${staff.name}` : entity
