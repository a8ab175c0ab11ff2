import type { Translate } from './messages.ts'

/** Returns the function of an organizer. The first organizer has no name of their own. */
export const getOrganizerName = (t: Translate, { name }: { readonly name: string | null }): string => name ?? t('home.organizerFirst')
