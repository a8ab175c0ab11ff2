/** Joining by code: the fields that the session requires, the person who joins, and the link that they get. */

import type { AnswerOf, RefusalOf } from '@rostrum/shared/api/operations'
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { Channel } from '@rostrum/shared/contract/channels'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { listSurfaces, type Surface } from '@rostrum/shared/contract/pages'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { loadLink, openBrowserStorage, saveLink } from '../../session/device-links.ts'
import { type HttpResult, request } from '../../session/http.ts'
import { newCommandId } from '../../session/outbox.ts'
import { requestTicket } from '../../session/session-ticket.ts'
import { getSurface, isForParticipants } from '../../session/surface.ts'

export type FoundSession = AnswerOf<'POST /api/codes'> & { readonly code: string }

export type WalkIn = {
  readonly entity: string
  readonly group: GroupId | null
  /** Null until the person has chosen, because nobody guesses it. */
  readonly channel: Channel | null
}

export const emptyWalkIn: WalkIn = { entity: '', group: null, channel: null }

export type MissingField = keyof WalkIn

/** Returns all missing fields of the form. */
export const listMissing = ({ entity, group, channel }: WalkIn): readonly MissingField[] => [
  ...(channel === null ? (['channel'] as const) : []),
  ...(isVisible(entity) ? [] : (['entity'] as const)),
  ...(group === null ? (['group'] as const) : []),
]

type EntryResult<T> = HttpResult<T, RefusalOf<'POST /api/codes' | 'POST /api/tickets'>>

export const findSession = async (code: string): Promise<EntryResult<FoundSession>> => {
  const result = await request('POST /api/codes', { body: { code } })
  if (!result.ok) return result
  const { walkIns, phase } = result.value
  if (phase === 'closed') return { ok: false, reason: 'session-closed' }
  return walkIns ? { ok: true, value: { ...result.value, code } } : { ok: false, reason: 'walk-ins-closed' }
}

/**
 * Joins the session, saves the person's link on this device, and returns the surface to open. Whether the record may give their name is
 * asked on that page.
 */
export const joinSession = async ({ code }: FoundSession, { channel, ...rest }: WalkIn): Promise<EntryResult<Surface>> => {
  if (channel === null) return { ok: false, reason: 'malformed' }
  const attempt = getJoinAttempt(code)
  const person = { ...rest, channel, nameInRecord: false }
  const result = await request('POST /api/tickets', { body: { code, person, idempotencyKey: attempt.id } })
  if (!result.ok) return result
  attempt.finish()
  const surface = getSurface(result.value)
  if (result.value.link !== undefined) saveLink(surface, result.value.link)
  return { ok: true, value: surface }
}

export type KnownPerson = { readonly link: string; readonly ticket: Ticket }

/** Returns who this device is in the session already. Null if it is nobody there, or its access has ended. */
export const findOwnPerson = async ({ session }: FoundSession): Promise<KnownPerson | null> => {
  for (const surface of listSurfaces().filter(isForParticipants)) {
    const link = loadLink(surface)
    const result = link === null ? null : await requestTicket(link)
    if (link !== null && result?.ok && result.value.session === session) return { link, ticket: result.value }
  }
  return null
}

/** The id is stored until the server answers, even during a reload. So a repeated attempt creates only one person. */
const getJoinAttempt = (code: string): { readonly id: string; readonly finish: () => void } => {
  const storage = openBrowserStorage('sessionStorage')
  const key = `rostrum.join-attempt.${code}`
  const id = storage?.getItem(key) ?? attemptIds.get(key) ?? newCommandId()
  storage?.setItem(key, id)
  attemptIds.set(key, id)
  return {
    id,
    finish: () => {
      storage?.removeItem(key)
      attemptIds.delete(key)
    },
  }
}

const attemptIds = new Map<string, string>()
