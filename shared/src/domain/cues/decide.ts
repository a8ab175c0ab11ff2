/** Cues to the speaker and their delivery, announcements, and the blank room screen. */
import type { Announcement, Cue, cueCommands } from '../../contract/cues.ts'
import type { AnnouncementId, CueId, PersonId } from '../../contract/ids.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { seconds } from '../../kernel/time.ts'
import { requireNotClosed, requireOpen } from '../phase-guards.ts'
import { isSameRequest } from './evolve.ts'

export const cueDeciders: Deciders<typeof cueCommands> = {
  'cues.give': (state, { turn, cue }, { id }) =>
    requireOpen(state, () =>
      state.floor.current?.id === turn
        ? accept<Event>({ type: 'cues.given', data: { id: id as string as CueId, turn, cue, limit: state.floor.current.limit } })
        : reject('conflict'),
    ),

  'cues.ask': (state, { turn, cue }, { id, at, actor }) =>
    requireOpen(state, () => {
      const booth = state.people.all.get(actor.person as PersonId)?.booth
      if (booth === undefined || state.floor.current?.id !== turn) return reject('conflict')
      const isRepeated = state.cues.asked.some((one) => isSameRequest(one, { turn, cue, booth }) && at - one.at < askAgainAfter)
      return isRepeated ? noChange : accept<Event>({ type: 'cues.asked', data: { id: id as string as CueId, turn, cue, booth } })
    }),

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

/** A booth that asks for the same cue again within this time keeps the first one and its status. */
const askAgainAfter = seconds(20)

/** Requires the last cue of the Chair or a cue of a booth. Its turn must have the floor or be interrupted. */
const requireCue = ({ cues, floor }: State, cue: CueId, decide: (found: Cue) => EventDecision): EventDecision => {
  const found = [cues.last, ...cues.asked].find((one) => one?.id === cue)
  const hasTurn = [floor.current, floor.interrupted].some((turn) => turn !== null && turn.id === found?.turn)
  return found && hasTurn ? decide(found) : reject('no-such-cue')
}
