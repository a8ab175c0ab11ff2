import type { Cue, CueEvents, CuesState } from '../../contract/cues.ts'
import type { CueId } from '../../contract/ids.ts'
import type { Evolvers } from '../../contract/registry.ts'

/** At most this many announcements are shown; a new one replaces the oldest. */
const maxAnnouncements = 5

export const initialCues: CuesState = { last: null, asked: null, announcements: [], blank: false }

export const cueEvolvers: Evolvers<CuesState, CueEvents> = {
  'cues.given': (cues, { id, turn, cue }, at) => ({ ...cues, last: { id, turn, cue, at, deliveredAt: null, seenAt: null } }),
  'cues.asked': (cues, { id, turn, cue, booth }, at) => ({
    ...cues,
    asked: { id, turn, cue, booth, at, deliveredAt: null, seenAt: null },
  }),
  'cues.delivered': (cues, { cue }, at) => updateCue(cues, cue, (last) => ({ ...last, deliveredAt: at })),
  /** A cue that has been seen has also arrived. */
  'cues.seen': (cues, { cue }, at) => updateCue(cues, cue, (last) => ({ ...last, deliveredAt: last.deliveredAt ?? at, seenAt: at })),
  'cues.announced': (cues, { announcement }) => ({
    ...cues,
    announcements: [...cues.announcements, announcement].slice(-maxAnnouncements),
  }),
  'cues.taken-down': (cues, { announcement }) => ({
    ...cues,
    announcements: cues.announcements.filter(({ id }) => id !== announcement),
  }),
  'cues.blanked': (cues) => ({ ...cues, blank: true }),
  'cues.unblanked': (cues) => ({ ...cues, blank: false }),
}

const updateCue = (cues: CuesState, cue: CueId, update: <C extends Cue>(cue: C) => C): CuesState => {
  if (cues.last?.id === cue) return { ...cues, last: update(cues.last) }
  return cues.asked?.id === cue ? { ...cues, asked: update(cues.asked) } : cues
}
