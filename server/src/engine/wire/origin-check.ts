/** Refuses pages of other sites. Programs that are not browsers send no origin, and need a secret in any case. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean

export const allowOwnOrigins =
  (publicUrl: string | null): OriginCheck =>
  (origin, host) => {
    if (origin === undefined) return true
    const url = URL.canParse(origin) ? new URL(origin) : null
    if (url === null || !/^https?:$/.test(url.protocol)) return false
    return url.host === host?.toLowerCase() || (publicUrl !== null && url.origin === new URL(publicUrl).origin)
  }

/**
 * Returns false if a request names several hosts, because a proxy and this server may read it differently. Node keeps the first and does
 * not report it.
 */
export const namesOneHost = ({ rawHeaders }: { readonly rawHeaders: readonly string[] }): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length === 1
