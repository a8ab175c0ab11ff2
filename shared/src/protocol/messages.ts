/** The whole wire: three event names, and what goes with them. */

import type { CommandId } from '../contract/ids.ts'
import type { Command } from '../contract/registry.ts'
import type { Rejection } from '../contract/rejections.ts'
import type { Instant } from '../kernel/time.ts'
import type { Cursors, Frame } from './frame.ts'

/** A command with the id that its sender gave it: repeated, it takes effect once and gets the first answer. */
export type Envelope = { readonly id: CommandId } & Command

/** Refusals that are not about the session's world but about the message or the moment. */
export const doorRefusals = [
  'malformed', // not a command of this protocol; nothing was done
  'too-fast', // beyond this person's rate; safe to send again later with the same id
  'unavailable', // could not be stored; nothing was done; safe to repeat with the same id
] as const
export type DoorRefusal = (typeof doorRefusals)[number]
export type Refusal = Rejection | DoorRefusal

export type Reply = { readonly ok: true } | { readonly ok: false; readonly why: Refusal }

export type ClientToServer = {
  /** `unknown`: only parseEnvelope makes a command of it. */
  command: (envelope: unknown, reply: (reply: Reply) => void) => void
  /** The server's clock, for measuring the offset: the reply with the shortest way there and back counts. */
  time: (reply: (now: Instant) => void) => void
}
export type ServerToClient = { frame: (frame: Frame) => void }

/** The handshake's auth, asked anew at each attempt. */
export type Greeting = { readonly protocol: number; readonly ticket: string; readonly cursors: Cursors }

/** Why a connection was not accepted, as the message of Socket.IO's connect_error. */
export const turnedAway = [
  'protocol', // the page is older or newer than the server: reload
  'ticket', // unknown or expired: ask for a new one with the link
  'revoked', // this person may not take part any more
  'no-such-session',
  'too-many', // too many connections of one person
  'unavailable',
] as const
export type TurnedAway = (typeof turnedAway)[number]

/** The code with which a server that is being stopped closes its lines; in the registry of WebSocket codes it means a restart. */
export const restarting = 1012
