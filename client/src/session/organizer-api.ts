/** The organiser's secret, kept for the tab, and what the server tells whoever has it. */
import type { Phase } from '@rostrum/shared/contract/enums'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, ask } from './http.ts'
import { shelf } from './session-ticket.ts'

export type Summary = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly series: string | null
  readonly place: string
  readonly timeZone: string
  readonly startsAt: number
  readonly endsAt: number
  readonly phase: Phase
  /** Played to practise, with simulated people. */
  readonly rehearsal: boolean
  /** Whether the join code lets anybody in. */
  readonly walkIns: boolean
  readonly archived: boolean
  /** Whether those who are registered as remote are told where the online meeting is. */
  readonly meetingLink: boolean
  readonly counts: { readonly people: number; readonly room: number; readonly remote: number; readonly segments: number }
}
export type Office = {
  readonly person: string
  readonly role: Role
  readonly entity: string
  readonly channel: Channel
  readonly url: string
}
export type Links = { readonly code: string; readonly join: string; readonly links: readonly Office[] }
export type Listing = { readonly templates: readonly string[]; readonly sessions: readonly Summary[] }

const key = 'rostrum.organiser'

/** From the address, which is cleared at once, else as this tab has kept it. */
export const takeOrganiser = (): string | null => {
  const given = location.hash.slice(1)
  if (given === '') return shelf('sessionStorage')?.getItem(key) ?? null
  history.replaceState(history.state, '', location.pathname)
  shelf('sessionStorage')?.setItem(key, given)
  return given
}

export const forgetOrganiser = (): void => shelf('sessionStorage')?.removeItem(key)

/** `null` until the server has answered. */
type Asked<T> = { readonly answer: Answer<T> | null; readonly again: () => void }

/** Asked anew while the page is looked at, so that it does not grow old on a desk. */
const often = 15_000

export const useOrganiserAnswer = <T>(secret: string, path: string): Asked<T> => {
  const [held, hold] = useState<{ readonly path: string; readonly answer: Answer<T> } | null>(null)
  const look = useCallback(async () => {
    const answer = await ask<T>('GET', path, undefined, secret)
    hold((before) => kept(before, path, answer))
  }, [secret, path])
  useEffect(() => {
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), often)
    return () => clearInterval(timer)
  }, [look])
  return { answer: held?.path === path ? held.answer : null, again: () => void look() }
}

/** What has been shown stays while there is no connection. */
const kept = <T>(before: { path: string; answer: Answer<T> } | null, path: string, answer: Answer<T>) =>
  !answer.ok && answer.why === 'no-connection' && before?.path === path && before.answer.ok ? before : { path, answer }

export const renewLink = (secret: string, session: string, person: string): Promise<Answer<Office>> =>
  ask('POST', `/api/sessions/${session}/links/${person}/renew`, {}, secret)

/** From one of the product's own, from a file that somebody wrote, or as another session was. */
export type Source = { readonly template: string } | { readonly file: string } | { readonly copyOf: string; readonly people: boolean }

export const makeSession = (
  secret: string,
  source: Source,
  { title, startsAt }: { readonly title: string; readonly startsAt: Date | null },
): Promise<Answer<Summary>> =>
  ask(
    'POST',
    '/api/sessions',
    {
      ...source,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(startsAt === null ? {} : { startsAt: startsAt.toISOString() }),
    },
    secret,
  )

export const shelve = (secret: string, session: string, archived: boolean): Promise<Answer<Summary>> =>
  ask('PUT', `/api/sessions/${session}/archived`, { archived }, secret)

export const deleteSession = (secret: string, session: string): Promise<Answer<{ readonly deleted: string }>> =>
  ask('DELETE', `/api/sessions/${session}`, undefined, secret)

/** Ends the present code; the answer holds the new one. */
export const renewCode = (secret: string, session: string): Promise<Answer<{ readonly code: string }>> =>
  ask('POST', `/api/sessions/${session}/code/rotate`, {}, secret)

export type Rehearsal = { readonly links: readonly { readonly role: Role; readonly url: string }[] }

export const beginRehearsal = (secret: string, session: string, wish: { speed: number; people: number }): Promise<Answer<Rehearsal>> =>
  ask('POST', `/api/sessions/${session}/rehearsal`, wish, secret)

/** For a program; the secret itself is told once, when it is made. */
export type Token = { readonly id: string; readonly name: string; readonly madeAt: number }
export type MadeToken = Token & { readonly token: string }

export const makeToken = (secret: string, name: string): Promise<Answer<MadeToken>> => ask('POST', '/api/tokens', { name }, secret)

export const revokeToken = (secret: string, id: string): Promise<Answer<{ readonly deleted: string }>> =>
  ask('DELETE', `/api/tokens/${id}`, undefined, secret)
