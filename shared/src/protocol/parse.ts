/** The server's door: the only place where something from outside becomes a command. Not for the client: it would bring the validator. */
import { z } from 'zod'
import { commandId } from '../contract/field-schemas.ts'
import type { CommandId } from '../contract/ids.ts'
import { type Command, type CommandType, commands } from '../contract/registry.ts'
import type { Rejection } from '../contract/rejections.ts'
import type { Envelope, Greeting } from './messages.ts'

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: 'malformed' | Rejection }

const depth = 6
const nodes = 200

/** Bounded before anything walks it: nesting and size are counted without recursion. */
export const isModest = (value: unknown): boolean => {
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }]
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1
    if (count > nodes || next.level > depth) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    const inside = Object.values(next.value)
    if (inside.length > nodes) return false
    for (const one of inside) open.push({ value: one, level: next.level + 1 })
  }
  return true
}

const envelope = z.strictObject({ id: commandId, type: z.string().max(64), data: z.unknown() })
const textReasons: readonly Rejection[] = ['text-empty', 'text-too-long', 'text-refused']
const malformed = { ok: false, why: 'malformed' } as const

export const parseEnvelope = (message: unknown): Parsed<Envelope> => {
  if (!isModest(message)) return malformed
  const outer = envelope.safeParse(message)
  if (!outer.success || !Object.hasOwn(commands, outer.data.type)) return malformed
  const type = outer.data.type as CommandType
  const data = commands[type].safeParse(outer.data.data)
  if (data.success) return { ok: true, value: { id: outer.data.id as CommandId, type, data: data.data } as Envelope & Command }
  const reason = textReasons.find((text) => data.error.issues.some(({ message: why }) => why === text))
  return reason ? { ok: false, why: reason } : malformed
}

const cursor = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const greeting = z.object({
  protocol: z.number().int(),
  ticket: z.string().min(1).max(512),
  cursors: z.strictObject({ audience: cursor.optional(), person: cursor.optional() }).default({}),
})

export const parseGreeting = (auth: unknown): Parsed<Greeting> => {
  if (!isModest(auth)) return malformed
  const parsed = greeting.safeParse(auth)
  return parsed.success ? { ok: true, value: parsed.data as Greeting } : malformed
}
