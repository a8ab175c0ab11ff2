/** Pages of other sites have no business here. Programs that are no browser send no origin and must bring a secret anyway. */
export type Origins = (origin: string | undefined, host: string | undefined) => boolean

export const ownOrigins =
  (publicUrl: string | null): Origins =>
  (origin, host) => {
    if (origin === undefined) return true
    const url = URL.canParse(origin) ? new URL(origin) : null
    if (url === null || !/^https?:$/.test(url.protocol)) return false
    return url.host === host?.toLowerCase() || (publicUrl !== null && url.origin === new URL(publicUrl).origin)
  }
