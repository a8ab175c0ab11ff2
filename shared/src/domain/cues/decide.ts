/** Cues to the speaker and how far they came; announcements; the room screen, which can be blanked. */
import type { Announcement, Cue, CueEvents, CuesState, cueCommands } from '../../contract/cues.ts'
import type { AnnouncementId, CueId } from '../../contract/ids.ts'
import type { Decide, Event, Evolve, State } from '../../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { untilClosed, whileOpen } from '../phase-guards.ts'

/** So many announcements stand at most: the oldest gives way. */
const standing = 5

export const noCues: CuesState = { last: null, announcements: [], blank: false }

export const cuesDecide: Decide<typeof cueCommands> = {
  'cues.give': (state, { turn, cue }, { id }) =>
    whileOpen(state, () =>
      state.floor.current?.id === turn
        ? accept<Event>({ type: 'cues.given', data: { id: id as string as CueId, turn, cue } })
        : reject('moved-on'),
    ),

  'cues.deliver': (state, { cue }) =>
    ofTheTurn(state, cue, ({ deliveredAt }) => (deliveredAt === null ? accept<Event>({ type: 'cues.delivered', data: { cue } }) : nothing)),

  'cues.see': (state, { cue }) =>
    ofTheTurn(state, cue, ({ seenAt }) => (seenAt === null ? accept<Event>({ type: 'cues.seen', data: { cue } }) : nothing)),

  'cues.announce': (state, { to, text }, { id, at }) =>
    untilClosed(state, () => {
      const announcement: Announcement = { id: id as string as AnnouncementId, to, text, at }
      return accept<Event>({ type: 'cues.announced', data: { announcement } })
    }),

  'cues.take-down': (state, { announcement }) =>
    untilClosed(state, () =>
      state.cues.announcements.some(({ id }) => id === announcement)
        ? accept<Event>({ type: 'cues.taken-down', data: { announcement } })
        : reject('no-such-announcement'),
    ),

  'cues.blank': (state) => untilClosed(state, () => (state.cues.blank ? nothing : accept<Event>({ type: 'cues.blanked', data: {} }))),

  'cues.unblank': (state) => untilClosed(state, () => (state.cues.blank ? accept<Event>({ type: 'cues.unblanked', data: {} }) : nothing)),
}

/** The last cue, for as long as its turn has the floor or is interrupted. */
const ofTheTurn = ({ cues, floor }: State, cue: CueId, decide: (last: Cue) => Decision<Event>): Decision<Event> => {
  const { last } = cues
  const lasts = [floor.current, floor.interrupted].some((turn) => turn !== null && turn.id === last?.turn)
  return last?.id === cue && lasts ? decide(last) : reject('no-such-cue')
}

export const cuesEvolve: Evolve<CuesState, CueEvents> = {
  'cues.given': (cues, { id, turn, cue }, at) => ({ ...cues, last: { id, turn, cue, at, deliveredAt: null, seenAt: null } }),
  'cues.delivered': (cues, { cue }, at) => marked(cues, cue, (last) => ({ ...last, deliveredAt: at })),
  /** What has been seen has arrived. */
  'cues.seen': (cues, { cue }, at) => marked(cues, cue, (last) => ({ ...last, deliveredAt: last.deliveredAt ?? at, seenAt: at })),
  'cues.announced': (cues, { announcement }) => ({ ...cues, announcements: [...cues.announcements, announcement].slice(-standing) }),
  'cues.taken-down': (cues, { announcement }) => ({
    ...cues,
    announcements: cues.announcements.filter(({ id }) => id !== announcement),
  }),
  'cues.blanked': (cues) => ({ ...cues, blank: true }),
  'cues.unblanked': (cues) => ({ ...cues, blank: false }),
}

const marked = (cues: CuesState, cue: CueId, mark: (last: Cue) => Cue): CuesState =>
  cues.last?.id === cue ? { ...cues, last: mark(cues.last) } : cues
