/** What can be done when: before the opening, while it is open, in a break, after the close. */
import type { Event, State } from '../contract/registry.ts'
import { type Decision, reject } from '../kernel/decision.ts'

/** The one condition that most commands share. */
export const whileOpen = (state: State, decide: () => Decision<Event>): Decision<Event> =>
  state.session.phase === 'open' ? decide() : reject(shut[state.session.phase])

/** For what people may do in a break too: ask, write, withdraw. */
export const whileMeeting = (state: State, decide: () => Decision<Event>): Decision<Event> =>
  state.session.phase === 'suspended' ? decide() : whileOpen(state, decide)

const shut = { planned: 'session-not-open', suspended: 'session-suspended', closed: 'session-closed' } as const

/** For what may be set before the opening too. */
export const untilClosed = (state: State, decide: () => Decision<Event>): Decision<Event> =>
  state.session.phase === 'closed' ? reject('session-closed') : decide()
