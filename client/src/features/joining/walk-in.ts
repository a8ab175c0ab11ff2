/** Joining by code: the fields that the session requires, the person who joins, and the link that they get. */

import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Channel } from '@rostrum/shared/contract/roles'
import { isVisible } from '@rostrum/shared/kernel/text'
import { openBrowserStorage, saveLink } from '../../session/device-links.ts'
import { type HttpResult, request } from '../../session/http.ts'
import { newCommandId } from '../../session/outbox.ts'
import { getSurface, type Surface } from '../../session/surface.ts'

export type FoundSession = AnswerOf<'POST /api/codes'> & { readonly code: string }

export type WalkIn = {
  readonly entity: string
  readonly group: GroupId | null
  /** Null until the person has chosen, because nobody guesses it. */
  readonly channel: Channel | null
  readonly name: string
  /** The person agrees that the record gives their name. */
  readonly nameInRecord: boolean
}

export const emptyWalkIn: WalkIn = { entity: '', group: null, channel: null, name: '', nameInRecord: false }

export type MissingField = 'entity' | 'group' | 'channel' | 'name'

/** Returns all missing fields of one step of the form. */
export const listMissing = ({ entity, group, channel, name, nameInRecord }: WalkIn, step: 'who' | 'where'): readonly MissingField[] =>
  step === 'who'
    ? [...(isVisible(entity) ? [] : (['entity'] as const)), ...(group === null ? (['group'] as const) : [])]
    : [...(channel === null ? (['channel'] as const) : []), ...(nameInRecord && !isVisible(name) ? (['name'] as const) : [])]

export const findSession = async (code: string): Promise<HttpResult<FoundSession>> => {
  const result = await request('POST /api/codes', { body: { code } })
  if (!result.ok) return result
  const { walkIns, phase } = result.value
  if (phase === 'closed') return { ok: false, reason: 'session-closed' }
  return walkIns ? { ok: true, value: { ...result.value, code } } : { ok: false, reason: 'walk-ins-closed' }
}

/** Joins the session, saves the person's link on this device, and returns the surface to open. */
export const joinSession = async (
  { code }: FoundSession,
  { name, nameInRecord, channel, ...rest }: WalkIn,
): Promise<HttpResult<Surface>> => {
  if (channel === null) return { ok: false, reason: 'malformed' }
  const attempt = getJoinAttempt(code)
  const person = { ...rest, channel, nameInRecord, ...(nameInRecord ? { name } : {}) }
  const result = await request('POST /api/tickets', { body: { code, person, idempotencyKey: attempt.id } })
  if (!result.ok) return result
  attempt.finish()
  const surface = getSurface(result.value)
  if (result.value.link !== undefined) saveLink(surface, result.value.link)
  return { ok: true, value: surface }
}

/** The server reports only that a name is refused. If it is not the organization's, it is the person's own. */
export const findRefusedName = async (reason: string, { entity, nameInRecord }: WalkIn): Promise<string> => {
  if (reason !== 'text-refused' || !nameInRecord) return reason
  const { imitatesOfficeTitle } = await import('@rostrum/shared/contract/office-titles')
  return imitatesOfficeTitle(entity) ? reason : 'person-name-refused'
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
