import type { CueEvents, CuesState, cueCommands } from '../contract/cues.ts'
import type { Decide, Event, Evolve } from '../contract/registry.ts'
import { accept, reject } from '../kernel/decision.ts'
import type { CueId } from '../kernel/ids.ts'

export const cuesDecide: Decide<typeof cueCommands> = {
  'cues.give': (state, { turn, cue }, { id }) =>
    state.floor.current?.id === turn
      ? accept<Event>({ type: 'cues.given', data: { id: id as string as CueId, turn, cue } })
      : reject('moved-on'),
}

export const cuesEvolve: Evolve<CuesState, CueEvents> = {
  'cues.given': (_, { id, turn, cue }, at) => ({ last: { id, turn, cue, at } }),
}
