/** Addresses that are handed out. What is secret stands behind the #, which no browser sends to any server. */
export const enterUrl = (base: string, secret: string): string => `${base}/enter#${secret}`
export const homeUrl = (base: string, secret: string): string => `${base}/home#${secret}`
export const joinUrl = (base: string, code: string): string => `${base}/join#${code}`
