/** What is sent in addition to the state of the session, because it is in no log: it is sent as long as it holds, and never moves a cursor. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'

export type Transients = {
  readonly ofAudience: (state: State, audience: Audience) => AnyView
  readonly ofPerson: (state: State, person: PersonId) => AnyView
  /** The listener gets whose own part is another now. What is for audiences follows within a second. Returns a function that ends it. */
  readonly onChange: (listener: (people: 'all' | readonly PersonId[]) => void) => () => void
}
