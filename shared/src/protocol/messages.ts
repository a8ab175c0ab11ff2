/** The whole wire protocol: nine events and their payloads. */

import type { CommandId } from '../contract/ids.ts'
import type { Command } from '../contract/registry.ts'
import type { Rejection } from '../contract/rejections.ts'
import type { Fault } from '../contract/schema-issues.ts'
import type { Instant } from '../kernel/time.ts'
import type { BoothUpdate } from './booth.ts'
import type { CaptionUpdate } from './captions.ts'
import type { StreamCursors } from './frame.ts'
import type { WireFrame } from './wire-frame.ts'

/** A command with an id from its sender. A repeated command takes effect once and gets the first answer. */
export type Envelope = { readonly id: CommandId } & Command

/** Refusals that concern the message or the moment, not the state of the session. */
export const transportRefusals = [
  'malformed', // not a command of this protocol; nothing was done
  'id-taken', // this person has sent another command with the same id; nothing was done
  'too-fast', // over this person's rate limit; safe to repeat later with the same id
  'unavailable', // could not be stored; nothing was done; safe to repeat with the same id
] as const
type TransportRefusal = (typeof transportRefusals)[number]
export type RefusalReason = Rejection | TransportRefusal

/** A message that is not a command of this protocol is refused with its fault. `retryAfter`: in seconds, after `too-fast`. */
export type Refusal = { readonly ok: false; readonly reason: RefusalReason; readonly retryAfter?: number } & Partial<Fault>
export type Reply = { readonly ok: true } | Refusal

export type ClientToServer = {
  /** Typed `unknown`, because only `parseEnvelope` turns it into a command. */
  command: (envelope: unknown, reply: (reply: Reply) => void) => void
  /**
   * Reads the captions of a language from now on, or none, or the booth of an interpreter. Typed `unknown`, because the server checks it.
   * Null if there is nothing to read.
   */
  follow: (request: unknown, reply: (latest: CaptionUpdate | BoothUpdate | null) => void) => void
  /**
   * Reads the clock of the session, in milliseconds with fractions, to measure the offset. Of several replies, only the one with the
   * shortest round trip counts.
   */
  time: (reply: (now: number) => void) => void
}
export type ServerToClient = {
  frame: (frame: WireFrame) => void
  /** A large frame: its JSON, compressed with gzip. Only for screens that can unpack it. */
  packed: (json: ArrayBuffer) => void
  captions: (update: CaptionUpdate) => void
  /** To interpreters alone. */
  booth: (update: BoothUpdate) => void
  /** Commands cannot be stored now, or, with null, can be stored again. Sent on a change, and to a screen that connects in the meantime. */
  readOnly: (state: ReadOnly | null) => void
  /** The server is stopping. Only over long polling, which has no close code. */
  restart: () => void
}

/**
 * `unstored`: this node cannot write; the screens are correct. `silent`: it does not hear its log, so the screens may be outdated. `lost`:
 * confirmed commits are missing. `damaged`: the log cannot be read.
 */
export const readOnlyReasons = ['unstored', 'silent', 'lost', 'damaged'] as const
export type ReadOnly = { readonly reason: (typeof readOnlyReasons)[number]; readonly since: Instant }

/**
 * Added by a page of the staff to the address of its connection. The page then does not wait behind a crowd. The server trusts it, because
 * it gives no right: it only avoids waiting until the ticket is read.
 */
export const staffLane = { lane: 'staff' } as const

/** The `auth` of the handshake. The client computes it again for each attempt. */
export type Handshake = {
  readonly protocol: number
  readonly ticket: string
  readonly cursors: StreamCursors
  /** True if the screen can read packed frames. */
  readonly unpacks: boolean
}

/** The reason why the server refuses a connection. Sent as the message of Socket.IO's `connect_error`. */
export const connectionRefusals = [
  'protocol', // the page is older or newer than the server: reload
  'ticket', // unknown or expired: get a new one with the link
  'revoked', // this person may no longer take part
  'no-such-session',
  'too-many', // too many connections of one person
  'unavailable',
] as const
export type ConnectionRefusal = (typeof connectionRefusals)[number]

/** The WebSocket code with which a stopping server closes its connections. The registry of WebSocket codes defines it as a restart. */
export const restartCloseCode = 1012
