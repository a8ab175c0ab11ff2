/** What is sent in addition to the state of the session, because it is in no log: it is sent as long as it holds, and never moves a cursor. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'

export type Transients = {
  readonly ofAudience: (state: State, audience: Audience) => AnyView
  readonly ofPerson: (state: State, person: PersonId) => AnyView
  /** The part of a person is sent as fast as counts are, and that of audiences when it is calm. Returns a function that ends it. */
  readonly onChange: (listener: (change: TransientChange) => void) => () => void
}

/** Whose own part is another now, and whether that of audiences is. What presence alone has changed comes with presence. */
export type TransientChange = { readonly people: 'all' | readonly PersonId[]; readonly audiences: boolean }
