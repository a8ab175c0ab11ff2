import { type CaptionTrack, type captionCommands, maxTracks } from '../../contract/captions.ts'
import type { Deciders, Event, EventDecision, State } from '../../contract/registry.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { requireNotClosed } from '../phase-guards.ts'

export const captionDeciders: Deciders<typeof captionCommands> = {
  // Possible even after the close if words are kept, because they can then come as files.
  'captions.add': ({ session, captions: { tracks, kept } }, { language }) => {
    if (session.phase === 'closed' && !kept) return reject('session-closed')
    if (tracks.some((track) => track.language === language)) return noChange
    return tracks.length < maxTracks ? accept<Event>({ type: 'captions.added', data: { language } }) : reject('too-many-tracks')
  },

  'captions.remove': (state, { language }) =>
    requireTrack(state, language, () => accept<Event>({ type: 'captions.removed', data: { language } })),

  'captions.renew': (state, { language }) =>
    requireTrack(state, language, () => accept<Event>({ type: 'captions.renewed', data: { language } })),

  'captions.set-delay': (state, { delay }) =>
    requireNotClosed(state, () =>
      state.captions.delay === delay ? noChange : accept<Event>({ type: 'captions.delay-set', data: { delay } }),
    ),

  'captions.set-kept': (state, { kept }) =>
    requireNotClosed(state, () => (state.captions.kept === kept ? noChange : accept<Event>({ type: 'captions.kept-set', data: { kept } }))),

  'captions.display': (state, { language }) =>
    requireNotClosed(state, () => {
      if (state.captions.displayed === language) return noChange
      const displayed = accept<Event>({ type: 'captions.displayed', data: { language } })
      return language === null ? displayed : requireTrack(state, language, () => displayed)
    }),
}

const requireTrack = ({ captions }: State, language: SpokenLanguage, decide: (track: CaptionTrack) => EventDecision): EventDecision => {
  const track = captions.tracks.find((one) => one.language === language)
  return track ? decide(track) : reject('no-such-track')
}
