/** Addresses for people. The secret is after the #, which browsers never send to a server. */
export const makeEnterUrl = (base: string, secret: string): string => `${base}/enter#${secret}`
export const makeHomeUrl = (base: string, secret: string): string => `${base}/home#${secret}`
export const makeJoinUrl = (base: string, code: string): string => `${base}/join#${code}`
