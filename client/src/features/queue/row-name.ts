import type { EntryRow } from '@rostrum/shared/projection/queue/rows'

/** Whom the desk has entered by name is named. */
export const nameOf = ({ entity, desk }: Pick<EntryRow, 'entity' | 'desk'>): string => (desk?.name ? `${entity}, ${desk.name}` : entity)
