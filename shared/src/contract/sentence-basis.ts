/** Whether a point is still as the Rapporteur saw it. Without the validator, so that the client can import it. */
import type { SentenceBasis } from './notes.ts'

/** The record has its groups as plain text. */
type Basis = Omit<SentenceBasis, 'groups'> & { readonly groups: readonly (string | null)[] }

/** The order in which groups spoke says nothing. */
export const isSameBasis = (one: Basis, other: Basis): boolean =>
  one.note === other.note &&
  one.tag === other.tag &&
  one.organizations === other.organizations &&
  one.panel === other.panel &&
  [...one.groups].sort().join() === [...other.groups].sort().join()
