/**
 * Validates messages from outside, and is the only place where they become commands. The client must not import this: it would load the
 * validator.
 */
import { z } from 'zod'
import { commandIdSchema } from '../contract/field-schemas.ts'
import type { CommandId } from '../contract/ids.ts'
import { type Command, type CommandType, commands } from '../contract/registry.ts'
import type { Rejection } from '../contract/rejections.ts'
import { listIssues } from '../contract/schema-issues.ts'
import type { Envelope, Handshake } from './messages.ts'

export type ParseResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'malformed' | Rejection }

const maxDepth = 6
const maxNodes = 200

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

const envelopeSchema = z.strictObject({ id: commandIdSchema, type: z.string().max(64), data: z.unknown() })
const textReasons: readonly Rejection[] = ['text-empty', 'text-too-long', 'text-refused']
const malformed = { ok: false, reason: 'malformed' } as const

export const parseEnvelope = (message: unknown): ParseResult<Envelope> => {
  if (!isWithinBounds(message)) return malformed
  const outer = envelopeSchema.safeParse(message)
  if (!outer.success || !Object.hasOwn(commands, outer.data.type)) return malformed
  const type = outer.data.type as CommandType
  const data = commands[type].schema.safeParse(outer.data.data)
  if (data.success) return { ok: true, value: { id: outer.data.id as CommandId, type, data: data.data } as Envelope & Command }
  const textReason = textReasons.find((reason) => listIssues(data.error.issues).some(({ message }) => message === reason))
  return textReason ? { ok: false, reason: textReason } : malformed
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
