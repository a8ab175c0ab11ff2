/** Coming in by code: what the session asks for, who comes, and the seat that is given. */
import type { Phase } from '@rostrum/shared/contract/enums'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Group } from '@rostrum/shared/contract/plan'
import type { Channel } from '@rostrum/shared/contract/roles'
import { type Answer, ask } from '../../session/http.ts'
import { newCommandId } from '../../session/outbox.ts'
import { type Door, doorOf, keepLink, type Seat, shelf } from '../../session/session-ticket.ts'

/** The session behind a code. */
export type Found = {
  readonly code: string
  readonly title: string
  readonly short: string
  readonly groups: readonly Group[]
  readonly phase: Phase
  readonly walkIns: boolean
}

export type WalkIn = {
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly name: string
  /** The name may stand in the record. */
  readonly named: boolean
}

export const nobodyYet: WalkIn = { entity: '', group: null, channel: 'room', name: '', named: false }

export const findSession = async (code: string): Promise<Answer<Found>> => {
  const answer = await ask<Omit<Found, 'code'>>('POST', '/api/codes', { code })
  if (!answer.ok) return answer
  const { walkIns, phase } = answer.value
  if (phase === 'closed') return { ok: false, why: 'session-closed' }
  return walkIns ? { ok: true, value: { ...answer.value, code } } : { ok: false, why: 'walk-ins-closed' }
}

/** Takes the seat and keeps its link on this device; the answer is the door to go through. */
export const enter = async ({ code }: Found, { name, named, ...rest }: WalkIn): Promise<Answer<Door>> => {
  const attempt = attemptFor(code)
  const person = { ...rest, named, ...(named ? { name } : {}) }
  const answer = await ask<Seat & { readonly link: string }>('POST', '/api/tickets', { code, person, attempt: attempt.id })
  if (!answer.ok) return answer
  attempt.done()
  const door = doorOf(answer.value)
  keepLink(door, answer.value.link)
  return { ok: true, value: door }
}

/** Kept until it is answered, over a reload too: whoever asks twice is still one person. */
const attemptFor = (code: string): { readonly id: string; readonly done: () => void } => {
  const kept = shelf('sessionStorage')
  const key = `rostrum.attempt.${code}`
  const id = kept?.getItem(key) ?? memory.get(key) ?? newCommandId()
  kept?.setItem(key, id)
  memory.set(key, id)
  return {
    id,
    done: () => {
      kept?.removeItem(key)
      memory.delete(key)
    },
  }
}

const memory = new Map<string, string>()
