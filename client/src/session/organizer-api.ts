/** The requests of the organizer's page. Each needs the secret of an organizer. */
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Duty, OfficeGrant, OfficeHeld } from '@rostrum/shared/contract/offices'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import { useCallback, useEffect, useState } from 'react'
import { type HttpResult, request } from './http.ts'

export type SessionSummary = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly series: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: number
  readonly endsAt: number
  readonly phase: SessionPhase
  /** Planned, and not ready: the agenda does not fit, or nobody can take part yet. */
  readonly draft: boolean
  /** True for a rehearsal, which has simulated people. */
  readonly rehearsal: boolean
  /** Whether a person with the join code only is admitted. */
  readonly walkIns: boolean
  readonly archived: boolean
  /** Whether people registered as remote get the link of the online meeting. */
  readonly meetingLink: boolean
  readonly counts: {
    readonly people: number
    readonly room: number
    readonly remote: number
    readonly officers: number
    readonly segments: number
  }
  /** The id of the session that it was copied from. That one may be deleted. */
  readonly copyOf: string | null
  /** The id of the session that it rehearses. */
  readonly rehearsalOf: string | null
}
export type OfficerLink = {
  readonly person: string
  readonly role: Role
  readonly entity: string
  readonly channel: Channel
  /** Null for the panel, the booths and the room screen. */
  readonly office: OfficeHeld | null
  /** Of interpreters: the language that they interpret into. */
  readonly booth?: string
  /** Only where the organizer has given one. */
  readonly name: string | null
  readonly url: string
}
export type SessionLinkSet = { readonly code: string; readonly join: string; readonly links: readonly OfficerLink[] }
/** `damaged`: the ids of sessions that cannot be read. */
export type SessionListing = {
  readonly templates: readonly string[]
  readonly sessions: readonly SessionSummary[]
  readonly damaged: readonly string[]
}

/** `null` until the server has answered. */
type OrganizerRequest<T> = { readonly result: HttpResult<T> | null; readonly reload: () => void }

/** Interval of the requests while the page is visible, so that it does not become out of date. */
const refreshIntervalMs = 15_000

export const useOrganizerRequest = <T>(secret: string, path: string): OrganizerRequest<T> => {
  const [latest, setLatest] = useState<{ readonly path: string; readonly secret: string; readonly result: HttpResult<T> } | null>(null)
  const refresh = useCallback(async () => {
    const result = await request<T>('GET', path, undefined, secret)
    setLatest((before) => (keepsLast(before, path, result) ? before : { path, secret, result }))
  }, [secret, path])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => document.visibilityState === 'visible' && void refresh(), refreshIntervalMs)
    return () => clearInterval(timer)
  }, [refresh])
  // After a renewal an answer to the old secret may still arrive. It says nothing about the new one.
  const isCurrent = latest?.path === path && (latest.secret === secret || latest.result.ok)
  return { result: isCurrent ? latest.result : null, reload: () => void refresh() }
}

/** Keeps the last good result on screen while there is no connection. */
const keepsLast = <T>(before: { path: string; result: HttpResult<T> } | null, path: string, result: HttpResult<T>): boolean =>
  !result.ok && result.reason === 'no-connection' && before?.path === path && before.result.ok

export const renewLink = (secret: string, session: string, person: string): Promise<HttpResult<OfficerLink>> =>
  request('POST', `/api/sessions/${session}/links/${person}/renew`, {}, secret)

/** `idempotencyKey`: the same until there is an answer. */
export type NewOfficer = OfficeGrant & { readonly name: string | null; readonly idempotencyKey: CommandId }

export const addOfficer = (secret: string, session: string, officer: NewOfficer): Promise<HttpResult<OfficerLink>> =>
  request('POST', `/api/sessions/${session}/officers`, officer, secret)

/** For the interpreters into this language, who share one link. */
export const addBooth = (secret: string, session: string, language: string): Promise<HttpResult<OfficerLink>> =>
  request('POST', `/api/sessions/${session}/booths`, { language }, secret)

export const changeDuties = (secret: string, session: string, person: string, duties: readonly Duty[]): Promise<HttpResult<OfficerLink>> =>
  request('POST', `/api/sessions/${session}/officers/${person}/duties`, { duties }, secret)

export const endOfficer = (secret: string, session: string, person: string): Promise<HttpResult<{ readonly ended: string }>> =>
  request('POST', `/api/sessions/${session}/officers/${person}/end`, {}, secret)

/** A built-in template, a plan file, or a copy of another session. */
export type SessionSource =
  | { readonly template: string }
  | { readonly file: string }
  | { readonly copyOf: string; readonly people: boolean }

export const createSession = (
  secret: string,
  source: SessionSource,
  { title, startsAt }: { readonly title: string; readonly startsAt: Date | null },
): Promise<HttpResult<SessionSummary>> =>
  request(
    'POST',
    '/api/sessions',
    {
      ...source,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(startsAt === null ? {} : { startsAt: startsAt.toISOString() }),
    },
    secret,
  )

export const archiveSession = (secret: string, session: string, archived: boolean): Promise<HttpResult<SessionSummary>> =>
  request('PUT', `/api/sessions/${session}/archived`, { archived }, secret)

export const deleteSession = (secret: string, session: string): Promise<HttpResult<{ readonly deleted: string }>> =>
  request('DELETE', `/api/sessions/${session}`, undefined, secret)

/** Ends the current join code. The reply contains the new one. */
export const renewJoinCode = (secret: string, session: string): Promise<HttpResult<{ readonly code: string }>> =>
  request('POST', `/api/sessions/${session}/join-code/renew`, {}, secret)

export type RehearsalLinks = { readonly links: readonly { readonly role: Role; readonly url: string }[] }

export const startRehearsal = (
  secret: string,
  session: string,
  options: { speed: number; people: number; cast: 'usual' | 'difficult' },
): Promise<HttpResult<RehearsalLinks>> => request('POST', `/api/sessions/${session}/rehearsal`, options, secret)

/** A token for a program. The server shows its secret only once, when the token is created. */
export type ApiToken = { readonly id: string; readonly name: string; readonly madeAt: number }
export type NewApiToken = ApiToken & { readonly token: string }

export const createApiToken = (secret: string, name: string): Promise<HttpResult<NewApiToken>> =>
  request('POST', '/api/tokens', { name }, secret)

export const revokeApiToken = (secret: string, id: string): Promise<HttpResult<{ readonly deleted: string }>> =>
  request('DELETE', `/api/tokens/${id}`, undefined, secret)
