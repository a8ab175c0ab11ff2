/** The languages of the captions, for everybody, and their settings, for the staff. */
import type { CaptionsState } from '../contract/captions.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import type { Millis } from '../kernel/time.ts'
import { memoize } from './memo.ts'
import { everyone, staffAndDisplay, staffOnly, valuePart } from './part.ts'

type CaptionSettings = { readonly delay: Millis; readonly kept: boolean }

const listLanguages = memoize((tracks: CaptionsState['tracks']): readonly SpokenLanguage[] => tracks.map(({ language }) => language))
const toSettings = memoize(({ delay, kept }: CaptionsState): CaptionSettings => ({ delay, kept }))

export const captionParts = {
  captionLanguages: valuePart('The languages that have captions.', everyone, ['captions'], ({ captions }) =>
    listLanguages(captions.tracks),
  ),
  displayCaptions: valuePart(
    'The language of the captions that the room screens show, or null for none.',
    staffAndDisplay,
    ['captions'],
    ({ captions }): SpokenLanguage | null => captions.displayed,
  ),
  captionSettings: valuePart(
    'How late captions usually are, and whether they are kept after the close.',
    staffOnly,
    ['captions'],
    ({ captions }) => toSettings(captions),
  ),
}
