/**
 * The parts that are sent in addition to the state of the session, because they are in no log. They are sent as long as they hold, and
 * never move a cursor.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'

export type Transients = {
  readonly ofAudience: (state: State, audience: Audience) => AnyView
  readonly ofPerson: (state: State, person: PersonId) => AnyView
  /**
   * Changes of one person's part are sent at the pace of counts. Changes of an audience's part are sent when it is calm. Returns a function
   * that removes the listener.
   */
  readonly onChange: (listener: (change: TransientChange) => void) => () => void
}

/** Sends the parts of all of these together. */
export const joinTransients = (...all: readonly Transients[]): Transients => ({
  ofAudience: (state, audience) => Object.assign({}, ...all.map((one) => one.ofAudience(state, audience))),
  ofPerson: (state, person) => Object.assign({}, ...all.map((one) => one.ofPerson(state, person))),
  onChange: (listener) => {
    const ends = all.map((one) => one.onChange(listener))
    return () => {
      for (const end of ends) end()
    }
  },
})

/**
 * The people whose own part has changed, and whether the part of audiences has. Changes that come from presence alone are sent with
 * presence.
 */
export type TransientChange = { readonly people: 'all' | readonly PersonId[]; readonly audiences: boolean }
