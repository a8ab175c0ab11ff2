/** The secret of the organizer who uses this tab. It ends when the server refuses it, or when the organizer signs out. */
import { useCallback, useEffect, useState } from 'react'
import { openBrowserStorage } from './device-links.ts'
import { request, watchRefusals } from './http.ts'

const storageKey = 'rostrum.organizer'

const storeSecret = (secret: string): void => openBrowserStorage('sessionStorage')?.setItem(storageKey, secret)
const clearSecret = (): void => openBrowserStorage('sessionStorage')?.removeItem(storageKey)

/** Reads the secret from the address and removes it from there at once, or else reads the one stored for this tab. */
export const takeOrganizerSecret = (): string | null => {
  const secret = location.hash.slice(1)
  if (secret === '') return openBrowserStorage('sessionStorage')?.getItem(storageKey) ?? null
  history.replaceState(history.state, '', location.pathname)
  storeSecret(secret)
  return secret
}

export type OrganizerAccess = {
  /** Null if nobody is signed in. */
  readonly secret: string | null
  /** True if the server has refused the secret that was used here. */
  readonly isEnded: boolean
  readonly signOut: () => void
  /** Continues with the new secret of an organizer who has renewed their own link. */
  readonly replaceSecret: (secret: string) => void
}

export const useOrganizerAccess = (): OrganizerAccess => {
  const [{ secret, isEnded }, setAccess] = useState(() => ({ secret: takeOrganizerSecret(), isEnded: false }))
  const leave = useCallback((ended: boolean) => {
    clearSecret()
    setAccess({ secret: null, isEnded: ended })
  }, [])

  useEffect(() => {
    if (secret === null) return
    return watchRefusals((bearer, reason) => {
      // The answer to an older secret does not concern this one.
      if (bearer !== secret) return
      if (reason === 'organizer-only') leave(true)
      // Operations that the staff can use too give only this reason. So the page asks one that gives the exact reason.
      if (reason === 'forbidden') void request('GET /api/sessions', {}, secret)
    })
  }, [secret, leave])

  useEffect(() => {
    // Opening a link in this tab changes only the part after the #, and loads no page.
    const onHashChange = () => {
      if (location.hash !== '') setAccess({ secret: takeOrganizerSecret(), isEnded: false })
    }
    window.addEventListener('hashchange', onHashChange)
    return () => window.removeEventListener('hashchange', onHashChange)
  }, [])

  return {
    secret,
    isEnded,
    signOut: () => leave(false),
    replaceSecret: (renewed) => {
      storeSecret(renewed)
      setAccess({ secret: renewed, isEnded: false })
    },
  }
}
