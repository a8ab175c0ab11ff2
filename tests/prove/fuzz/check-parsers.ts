/**
 * Checks the parsers that read input before anything else does. They answer any input in their own words, and accept again whatever they
 * accepted.
 */
import { isDeepStrictEqual } from 'node:util'
import { ListError } from '@rostrum/server/people/roster/list-errors'
import { parseList } from '@rostrum/server/people/roster/list-parser'
import { PlanFileError, readPlan } from '@rostrum/server/services/template/read-plan'
import { formatPlan } from '@rostrum/server/services/template/write-plan'
import { parseEnvelope, parseHandshake } from '@rostrum/shared/protocol/parse'
import { plan } from '../../support/fixtures.ts'

export const parserKinds = ['envelope', 'handshake', 'csv', 'xlsx', 'plan'] as const
export type ParserKind = (typeof parserKinds)[number]

/** Returns a description of the fault, or null. */
export async function checkParser(kind: ParserKind, bytes: Buffer): Promise<string | null> {
  const began = process.cpuUsage()
  try {
    const fault = await parsers[kind](bytes)
    const { user, system } = process.cpuUsage(began)
    const ms = Math.round((user + system) / 1000)
    return fault ?? (ms > maxMs ? `took ${ms} ms` : null)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
/** The most processor time. A plan of the largest size takes less. */
const maxMs = 1_000

const parsers: Readonly<Record<ParserKind, (bytes: Buffer) => string | null | Promise<string | null>>> = {
  envelope: (bytes) => checkMessage(bytes, parseEnvelope),
  handshake: (bytes) => checkMessage(bytes, parseHandshake),
  csv: checkList,
  xlsx: checkList,
  plan: checkPlan,
}

type Parse = (message: unknown) => { readonly ok: true; readonly value: unknown } | { readonly ok: false }

function checkMessage(bytes: Buffer, parse: Parse): string | null {
  const message = readJson(bytes.toString())
  if (message === undefined) return null
  const result = parse(message)
  if (!result.ok) return null
  if (Object.getPrototypeOf(result.value) !== Object.prototype) return 'what was let through inherits from something else'
  if (isExcessive(message)) return 'it is nested too deep, or has too many fields'
  const again = parse(structuredClone(result.value))
  return again.ok && isDeepStrictEqual(again.value, result.value) ? null : 'what was let through is not let through again'
}

/** True if a message is nested more deeply than any valid message, or has more fields. */
function isExcessive(message: unknown): boolean {
  let level = [message]
  for (let [depth, count] = [0, 0]; level.length > 0; depth += 1) {
    count += level.length
    if (depth > 6 || count > 200) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

/** Returns undefined if the text is not JSON: then the library that reads the line has refused it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function checkList(bytes: Buffer): Promise<string | null> {
  try {
    let rowCount = 0
    for await (const piece of parseList({ bytes, choices: { columns: {} }, groups: plan.groups, values: [] })) {
      if (piece.kind === 'rows') rowCount += piece.rows.length
      else rowCount -= piece.head.rowCount
    }
    return rowCount === 0 ? null : 'there are not as many rows as the head says'
  } catch (error) {
    if (error instanceof ListError) return null
    throw error
  }
}

function checkPlan(bytes: Buffer): string | null {
  try {
    const read = readPlan(bytes.toString())
    return isDeepStrictEqual(readPlan(formatPlan(read)), read) ? null : 'a plan that was read, written and read again is another one'
  } catch (error) {
    if (error instanceof PlanFileError) return null
    throw error
  }
}
