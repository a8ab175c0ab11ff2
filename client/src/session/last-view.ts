/**
 * The last view of a participant's page, for a reload without a network. It belongs to one link: another link, a refusal or a day ends it.
 * It contains what was sent to this person, and never anything of the staff.
 */

import type { Ticket } from '@rostrum/shared/api/tickets'
import { roleRules } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { StreamStates } from '@rostrum/shared/protocol/frame'
import { openBrowserStorage } from './device-links.ts'
import { getServerTime } from './server-clock.ts'
import { mergeViews, type SessionStore, useSessionStore } from './store.ts'

export type LastView = {
  readonly link: string
  /** The code that wrote it. Other code may read views differently. */
  readonly code: string
  readonly savedAt: number
  /** When the page last heard from the server, by the server's clock. */
  readonly heardAt: Instant
  /** Without the secret. */
  readonly ticket: Ticket
  readonly streams: StreamStates
}

const storageKey = 'rostrum.lastView'
const maxAgeMs = 24 * 3_600_000
const saveIntervalMs = 10_000
/** The name of the built file contains a hash that depends on all code of the page. */
const code = new URL(import.meta.url).pathname

/** Returns the stored view. It is deleted, and null returned, if it is from another link or other code, or too old. */
export const loadLastView = (link: string, now: number = Date.now()): LastView | null => {
  const stored = openBrowserStorage('localStorage')?.getItem(storageKey)
  if (!stored) return null
  const lastView = parse(stored)
  const age = now - (lastView?.savedAt ?? 0)
  if (lastView?.link === link && lastView.code === code && Math.abs(age) <= maxAgeMs) return lastView
  deleteLastView()
  return null
}

const deleteLastView = (): void => openBrowserStorage('localStorage')?.removeItem(storageKey)

/** Keeps the stored view up to date, and deletes it when the person is refused. Returns a function that stops it. */
export const keepLastView = (link: string, ticket: Ticket): (() => void) => {
  if (!roleRules[ticket.role].countsAsParticipant) return () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    const store = useSessionStore.getState()
    if (isWorthKeeping(store)) write({ link, ticket: { ...ticket, ticket: '' }, ...describe(store) })
  }
  const onHidden = () => document.visibilityState === 'hidden' && save()
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('pagehide', save)
  const unsubscribe = useSessionStore.subscribe((after, before) => {
    if (after.connectionStatus.kind === 'refused') deleteLastView()
    else if (after.streams !== before.streams) timer ??= setTimeout(save, before.view === null ? 0 : saveIntervalMs)
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('pagehide', save)
  }
}

/** True only for a view from an open connection. A view from the storage keeps its own time. */
const isWorthKeeping = ({ view, connectionStatus, lastHeardAt }: SessionStore): boolean =>
  view !== null && roleRules[view.me.role].countsAsParticipant && connectionStatus.kind === 'live' && lastHeardAt !== null

const describe = ({ streams, clockOffset, lastHeardAt }: SessionStore) => ({
  code,
  savedAt: Date.now(),
  heardAt: ((lastHeardAt ?? 0) + (clockOffset?.offset ?? 0)) as Instant,
  streams,
})

const write = (lastView: LastView): void => {
  try {
    openBrowserStorage('localStorage')?.setItem(storageKey, JSON.stringify(lastView))
  } catch (error) {
    // The storage is full. Keeping an older view would be worse than keeping none.
    if (!(error instanceof DOMException)) throw error
    deleteLastView()
  }
}

const parse = (stored: string): LastView | null => {
  try {
    const value: unknown = JSON.parse(stored)
    return isLastView(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const isLastView = (value: unknown): value is LastView =>
  typeof value === 'object' &&
  value !== null &&
  'link' in value &&
  'code' in value &&
  'ticket' in value &&
  'savedAt' in value &&
  typeof value.savedAt === 'number' &&
  'heardAt' in value &&
  'streams' in value &&
  typeof value.streams === 'object'

/** Returns the first state of the store on a page that shows the last view. */
export const toStore = ({ streams, heardAt }: LastView): Partial<SessionStore> => ({
  streams,
  view: mergeViews(streams),
  connectionStatus: { kind: 'offline' },
  lastHeardAt: heardAt,
  offlineSince: getServerTime(null),
})
