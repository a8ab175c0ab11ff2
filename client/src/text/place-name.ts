/** The place of the session in the page's language, where the United Nations often meet. Any other place stays as it is written. */
import type { MessageKey } from './catalogue.ts'
import type { Translate } from './messages.ts'

const knownPlaces: ReadonlyMap<string, MessageKey & `place.${string}`> = new Map([
  ['geneva', 'place.geneva'],
  ['new york', 'place.newYork'],
  ['vienna', 'place.vienna'],
  ['nairobi', 'place.nairobi'],
  ['bangkok', 'place.bangkok'],
  ['beirut', 'place.beirut'],
  ['santiago', 'place.santiago'],
] as const)

export const getPlaceName = (t: Translate, place: string): string => {
  const key = knownPlaces.get(place.trim().toLowerCase())
  return key === undefined ? place : t(key)
}
