/** Cues to the speaker and their delivery, announcements, and the blank room screen. */
import type { Announcement, Cue, cueCommands } from '../../contract/cues.ts'
import type { AnnouncementId, CueId } from '../../contract/ids.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { requireNotClosed, requireOpen } from '../phase-guards.ts'

export const cueDeciders: Deciders<typeof cueCommands> = {
  'cues.give': (state, { turn, cue }, { id }) =>
    requireOpen(state, () =>
      state.floor.current?.id === turn
        ? accept<Event>({ type: 'cues.given', data: { id: id as string as CueId, turn, cue } })
        : reject('conflict'),
    ),

  'cues.deliver': (state, { cue }) =>
    requireCue(state, cue, ({ deliveredAt }) =>
      deliveredAt === null ? accept<Event>({ type: 'cues.delivered', data: { cue } }) : noChange,
    ),

  'cues.see': (state, { cue }) =>
    requireCue(state, cue, ({ seenAt }) => (seenAt === null ? accept<Event>({ type: 'cues.seen', data: { cue } }) : noChange)),

  'cues.announce': (state, { to, text }, { id, at }) =>
    requireNotClosed(state, () => {
      const announcement: Announcement = { id: id as string as AnnouncementId, to, text, at }
      return accept<Event>({ type: 'cues.announced', data: { announcement } })
    }),

  'cues.take-down': (state, { announcement }) =>
    requireNotClosed(state, () =>
      state.cues.announcements.some(({ id }) => id === announcement)
        ? accept<Event>({ type: 'cues.taken-down', data: { announcement } })
        : reject('no-such-announcement'),
    ),

  'cues.blank': (state) => requireNotClosed(state, () => (state.cues.blank ? noChange : accept<Event>({ type: 'cues.blanked', data: {} }))),

  'cues.unblank': (state) =>
    requireNotClosed(state, () => (state.cues.blank ? accept<Event>({ type: 'cues.unblanked', data: {} }) : noChange)),
}

/** Requires the last cue, and that its turn has the floor or is interrupted. */
const requireCue = ({ cues, floor }: State, cue: CueId, decide: (last: Cue) => EventDecision): EventDecision => {
  const { last } = cues
  const hasTurn = [floor.current, floor.interrupted].some((turn) => turn !== null && turn.id === last?.turn)
  return last?.id === cue && hasTurn ? decide(last) : reject('no-such-cue')
}
