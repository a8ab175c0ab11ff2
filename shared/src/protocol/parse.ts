/**
 * Validates messages from outside, and is the only place where they become commands. The client must not import this: it would load the
 * validator.
 */
import { z } from 'zod'
import { commandIdSchema } from '../contract/field-schemas.ts'
import type { CommandId } from '../contract/ids.ts'
import { type Command, commands } from '../contract/registry.ts'
import type { Rejection } from '../contract/rejections.ts'
import { type Fault, findFault } from '../contract/schema-issues.ts'
import { listKeys } from '../kernel/fields.ts'
import type { Envelope, Handshake } from './messages.ts'

export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false; readonly reason: 'malformed' | Rejection } & Partial<Fault>)

const maxDepth = 6
const maxNodes = 200
/** The fault of a message that is beyond these bounds. */
export const beyondBounds: Fault = { at: '', rule: 'too deep, or too many fields' }

const malformed = { ok: false, reason: 'malformed' } as const

/** Checks nesting and size before anything else reads the value. Not recursive, because the input may be very deep. */
export const isWithinBounds = (value: unknown): boolean => {
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }]
  let count = 0
  for (let next = pending.pop(); next; next = pending.pop()) {
    count += 1
    if (count > maxNodes || next.level > maxDepth) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    const children = Object.values(next.value)
    if (children.length > maxNodes) return false
    for (const child of children) pending.push({ value: child, level: next.level + 1 })
  }
  return true
}

const textReasons = ['text-empty', 'text-too-long', 'text-refused'] as const satisfies readonly Rejection[]
const commandTypeSchema = z.enum(listKeys(commands), 'no such command')
const envelopeSchema = z.strictObject({ id: commandIdSchema, type: commandTypeSchema, data: z.unknown() })

/** Reads a command. A refusal names the field of its fault, such as `data.topic`. */
export const parseEnvelope = (message: unknown): ParseResult<Envelope> => {
  if (!isWithinBounds(message)) return { ...malformed, ...beyondBounds }
  const outer = envelopeSchema.safeParse(message)
  if (!outer.success) return { ok: false, ...findFault(outer.error.issues, textReasons) }
  const { id, type, data } = outer.data
  const parsed = commands[type].schema.safeParse(data)
  if (!parsed.success) return { ok: false, ...findFault(parsed.error.issues, textReasons, ['data']) }
  return { ok: true, value: { id: id as CommandId, type, data: parsed.data } as Envelope & Command }
}

export const cursorSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const handshakeSchema = z.object({
  protocol: z.number().int(),
  ticket: z.string().min(1).max(512),
  cursors: z.strictObject({ audience: cursorSchema.optional(), person: cursorSchema.optional() }).default({}),
  unpacks: z.boolean().default(false),
})

export const parseHandshake = (auth: unknown): ParseResult<Handshake> => {
  if (!isWithinBounds(auth)) return malformed
  const parsed = handshakeSchema.safeParse(auth)
  return parsed.success ? { ok: true, value: parsed.data as Handshake } : malformed
}
