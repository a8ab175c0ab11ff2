/** In which languages there are captions, for everybody, and how they are set, for the staff. */

import { audiences } from '../contract/roles.ts'
import type { SpokenLanguage } from '../contract/spoken-language.ts'
import type { Millis } from '../kernel/time.ts'
import { valuePart } from './part.ts'

export type CaptionSettings = { readonly delay: Millis; readonly kept: boolean }

export const captionParts = {
  captionLanguages: valuePart(audiences, ['captions'], ({ captions }): readonly SpokenLanguage[] =>
    captions.tracks.map(({ language }) => language),
  ),
  captionSettings: valuePart(['staff'], ['captions'], ({ captions: { delay, kept } }): CaptionSettings => ({ delay, kept })),
}
