/** Addresses for people. The secret is after the #, which browsers never send to a server. */
/** `language`: that in which the page opens, where it is known; null leaves it to the browser. */
export const makeEnterUrl = (base: string, secret: string, language: string | null = null): string =>
  `${base}/enter${language === null ? '' : `?lang=${language}`}#${secret}`
export const makeHomeUrl = (base: string, secret: string): string => `${base}/home#${secret}`
export const makeJoinUrl = (base: string, code: string): string => `${base}/join#${code}`
