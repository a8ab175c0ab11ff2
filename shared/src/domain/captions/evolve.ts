import { type CaptionEvents, type CaptionsState, usualDelay } from '../../contract/captions.ts'
import type { Evolvers } from '../../contract/registry.ts'

export const initialCaptions: CaptionsState = { tracks: [], ended: {}, delay: usualDelay, kept: true, displayed: null }

export const captionEvolvers: Evolvers<CaptionsState, CaptionEvents> = {
  'captions.configured': ({ tracks, ended, displayed }, { kept, delay, languages }) => {
    const gone = tracks.filter(({ language }) => !languages.includes(language))
    return {
      tracks: languages.map(
        (language) => tracks.find((track) => track.language === language) ?? { language, renewals: ended[language] ?? 0 },
      ),
      ended: { ...ended, ...Object.fromEntries(gone.map(({ language, renewals }) => [language, renewals + 1])) },
      delay,
      kept,
      displayed: displayed !== null && languages.includes(displayed) ? displayed : null,
    }
  },
  'captions.added': (captions, { language }) => ({
    ...captions,
    tracks: [...captions.tracks, { language, renewals: captions.ended[language] ?? 0 }],
  }),
  'captions.removed': (captions, { language }) => ({
    ...captions,
    tracks: captions.tracks.filter((track) => track.language !== language),
    ended: { ...captions.ended, [language]: (captions.tracks.find((track) => track.language === language)?.renewals ?? 0) + 1 },
    displayed: captions.displayed === language ? null : captions.displayed,
  }),
  'captions.renewed': (captions, { language }) => ({
    ...captions,
    tracks: captions.tracks.map((track) => (track.language === language ? { ...track, renewals: track.renewals + 1 } : track)),
  }),
  'captions.delay-set': (captions, { delay }) => ({ ...captions, delay }),
  'captions.kept-set': (captions, { kept }) => ({ ...captions, kept }),
  'captions.displayed': (captions, { language }) => ({ ...captions, displayed: language }),
}
