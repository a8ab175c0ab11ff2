/** The place of the session in the page's language, if the United Nations often meet there. Any other place stays as people wrote it. */
import type { PhoneKey } from './catalogue.ts'
import type { PhoneTranslate } from './messages.ts'

const knownPlaces: ReadonlyMap<string, PhoneKey & `place.${string}`> = new Map([
  ['geneva', 'place.geneva'],
  ['new york', 'place.newYork'],
  ['vienna', 'place.vienna'],
  ['nairobi', 'place.nairobi'],
  ['bangkok', 'place.bangkok'],
  ['beirut', 'place.beirut'],
  ['santiago', 'place.santiago'],
] as const)

export const getPlaceName = (t: PhoneTranslate, place: string): string => {
  const key = knownPlaces.get(place.trim().toLowerCase())
  return key === undefined ? place : t(key)
}
