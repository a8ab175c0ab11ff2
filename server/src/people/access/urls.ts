/** Addresses for people. The secret is after the #, which browsers never send to a server. */
import type { PersonId } from '@rostrum/shared/contract/ids'

/** The overlay is a screen of its own, so that its link can be renewed without that of the room screen. */
export const overlayPersonId = 'overlay' as PersonId

/** `language`: that in which the page opens, where it is known; null leaves it to the browser. */
export const makeEnterUrl = (base: string, secret: string, language: string | null = null): string =>
  `${base}/enter${language === null ? '' : `?lang=${language}`}#${secret}`
/** The overlay's address is kept by a video mixer and opened again and again, so it leads there at once. */
export const makeOwnUrl = (base: string, person: PersonId, secret: string): string =>
  person === overlayPersonId ? `${base}/overlay#${secret}` : makeEnterUrl(base, secret)
export const makeHomeUrl = (base: string, secret: string): string => `${base}/home#${secret}`
export const makeJoinUrl = (base: string, code: string): string => `${base}/join#${code}`
