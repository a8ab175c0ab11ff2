/** The secret of the organizer who has this tab. It ends when the server refuses it, or when the organizer signs out. */
import { useCallback, useEffect, useState } from 'react'
import { openBrowserStorage } from './device-links.ts'
import { request, watchRefusals } from './http.ts'

const storageKey = 'rostrum.organizer'

const storeSecret = (secret: string): void => openBrowserStorage('sessionStorage')?.setItem(storageKey, secret)
const clearSecret = (): void => openBrowserStorage('sessionStorage')?.removeItem(storageKey)

/** Reads the secret from the address and removes it from there at once; else reads the one stored for this tab. */
export const takeOrganizerSecret = (): string | null => {
  const secret = location.hash.slice(1)
  if (secret === '') return openBrowserStorage('sessionStorage')?.getItem(storageKey) ?? null
  history.replaceState(history.state, '', location.pathname)
  storeSecret(secret)
  return secret
}

export type OrganizerAccess = {
  /** Null: nobody is signed in. */
  readonly secret: string | null
  /** The server has refused the secret that was here. */
  readonly isEnded: boolean
  readonly signOut: () => void
  /** The organizer has renewed their own link, and goes on with the new one. */
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
      // The answer to an older secret says nothing about this one.
      if (bearer !== secret) return
      if (reason === 'organizer-only') leave(true)
      // Routes that are also for the staff do not say more than this, so the page asks one that does.
      if (reason === 'forbidden') void request('GET /api/sessions', {}, secret)
    })
  }, [secret, leave])

  useEffect(() => {
    // A link that is opened in this tab changes only what is after the #, and loads no page.
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
