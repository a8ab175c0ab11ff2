/** The mark of words under a name that their author claimed, and under which the staff have not confirmed the author. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { isClaimed } from '@rostrum/shared/contract/walk-ins'

export type NotConfirmed = { readonly notConfirmed?: true | undefined }

/** `author`: null if nobody is recorded. People without an id claim nothing. */
export const markNotConfirmed = (
  { people }: Pick<State, 'people'>,
  author: { readonly person: PersonId | null; readonly entity: string } | null | undefined,
): NotConfirmed => (author && isClaimed(people, author) ? { notConfirmed: true } : {})
