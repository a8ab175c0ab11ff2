import type { Translate } from './messages.ts'

/** The function of an organizer. The first one has no name of their own. */
export const getOrganizerName = (t: Translate, { name }: { readonly name: string | null }): string => name ?? t('home.organizerFirst')
