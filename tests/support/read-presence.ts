import { KeptPresence } from '@rostrum/server/engine/presence/kept-presence'
import type { Presence } from '@rostrum/server/engine/presence/presence'
import type { State } from '@rostrum/shared/contract/registry'
import type { Audience } from '@rostrum/shared/contract/roles'

/** Returns what a view tells about the people who are present now, with nothing kept from before. */
export function readPresence(presence: Presence, state: State, audience: Audience) {
  const kept = new KeptPresence(presence)
  const view = kept.toView(state, audience)
  kept.stop()
  return view
}
