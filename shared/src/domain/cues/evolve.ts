import type { BoothCue, Cue, CueEvents, CuesState } from '../../contract/cues.ts'
import type { CueId } from '../../contract/ids.ts'
import { maxAnnouncements } from '../../contract/lengths.ts'
import type { Evolvers } from '../../contract/registry.ts'

/** The most cues of booths that are kept. Booths do not ask for more of a speaker and of one who interrupts. */
const maxAsked = 64

export const initialCues: CuesState = { last: null, asked: [], announcements: [], blank: false }

export const cueEvolvers: Evolvers<CuesState, CueEvents> = {
  'cues.given': (cues, given, at) => ({ ...cues, last: { ...given, at, deliveredAt: null, seenAt: null } }),
  'cues.asked': (cues, { id, turn, cue, booth }, at) => {
    const asked: BoothCue = { id, turn, cue, booth, at, deliveredAt: null, seenAt: null }
    return { ...cues, asked: [...cues.asked.filter((one) => !isSameRequest(one, asked)), asked].slice(-maxAsked) }
  },
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
  return cues.asked.some(({ id }) => id === cue) ? { ...cues, asked: cues.asked.map((one) => (one.id === cue ? update(one) : one)) } : cues
}

/** True if a booth asks for the same cue again. The new one then replaces the earlier one. */
export const isSameRequest = (one: Pick<BoothCue, 'turn' | 'cue' | 'booth'>, { turn, cue, booth }: typeof one): boolean =>
  one.turn === turn && one.cue === cue && one.booth === booth
