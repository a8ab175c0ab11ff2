/** The addresses for people. The secret is after the #, which browsers never send to a server. */
import type { PersonId } from '@rostrum/shared/contract/ids'

/** The overlay is a separate screen, so that its link can be renewed without that of the room screen. */
export const overlayPersonId = 'overlay' as PersonId

/** `language`: the language in which the page opens, if it is known. Null leaves the choice to the browser. */
export const makeEnterUrl = (base: string, secret: string, language: string | null = null): string =>
  `${base}/enter${language === null ? '' : `?lang=${language}`}#${secret}`
/** A video mixer keeps the address of the overlay and opens it repeatedly, so it leads directly there. */
export const makeOwnUrl = (base: string, person: PersonId, secret: string): string =>
  person === overlayPersonId ? `${base}/overlay#${secret}` : makeEnterUrl(base, secret)
export const makeHomeUrl = (base: string, secret: string): string => `${base}/home#${secret}`
export const makeJoinUrl = (base: string, code: string): string => `${base}/join#${code}`
