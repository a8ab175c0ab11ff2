/** The sense of the room: one prompt is put to everybody, and everybody responds with how they stand on it. It is not a vote. */

import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { defineCommand, final } from './command.ts'
import { duration, promptIdSchema, receiptSchema, singleLineText, wordingOf } from './field-schemas.ts'
import type { PromptId, SegmentId } from './ids.ts'
import { maxPromptLength } from './lengths.ts'
import { responseKinds } from './response-kinds.ts'
import type { SenseResult } from './sense-words.ts'

/** The responses that count: each person's own, or the last of each delegation of the roster. */
export const responders = ['person', 'delegation'] as const
export type Responder = (typeof responders)[number]

const promptField = { prompt: promptIdSchema }

export const senseCommands = {
  'sense.put': defineCommand(
    'Puts a sentence to everybody. The responses are always the same five. `length`: how long it is open.',
    z.strictObject({ text: wordingOf(singleLineText(maxPromptLength)), one: z.enum(responders), length: duration(60, 90) }),
    final,
  ),
  'sense.last-call': defineCommand(
    'Closes the sentence in 15 seconds, or earlier if it was to close earlier.',
    z.strictObject(promptField),
    final,
  ),
  'sense.close': defineCommand('Closes the sentence now.', z.strictObject(promptField), final),
  'sense.withdraw': defineCommand(
    'Takes the sentence back while it is open. The record keeps that it was put.',
    z.strictObject(promptField),
    final,
  ),
  'sense.respond': defineCommand(
    'Responds to the sentence. `option`: which of the five, counted from 0, so that every response is as long as any other. `receipt`: a secret of the device, by which a person’s response can be changed. Nothing of it is stored: the server keeps responses in memory until the close.',
    z.strictObject({
      ...promptField,
      option: z
        .number()
        .int()
        .min(0)
        .max(responseKinds.length - 1),
      receipt: receiptSchema,
    }),
    final,
  ),
  'sense.publish': defineCommand(
    'Publishes the result. Nothing can take it back, so the sender says that this is known.',
    z.strictObject({ ...promptField, irrevocable: z.literal(true) }),
    final,
  ),
  'sense.discard': defineCommand('Discards the result unpublished.', z.strictObject(promptField), final),
  'sense.take-down': defineCommand('Takes a published result off the screens. The record keeps it.', z.strictObject(promptField), final),
}

/** Reasons why a command of this feature is refused. */
export const senseRejections = [
  'no-such-prompt',
  'prompt-open', // one prompt at a time
  'result-undecided', // the last result is neither published nor discarded
  'prompt-closed',
  'prompt-not-closed', // there is no result to publish or to discard
  'put-recently', // the same sentence closed less than ten minutes ago
  'not-confirmed', // joined by code, and the staff have not confirmed who it is
  'responded-elsewhere', // this person responded on another device, which has the receipt
  'result-missing', // the server's memory no longer has it
] as const

type PromptStatus = 'open' | 'closed' | 'withdrawn' | 'published' | 'discarded'

/** `lost`: the server restarted, and only its memory had the result. `session-closed`: the session closed first. */
type DiscardReason = 'chair' | 'lost' | 'session-closed'

export type Prompt = {
  readonly id: PromptId
  readonly text: Wording
  readonly one: Responder
  readonly length: Millis
  readonly segment: SegmentId | null
  readonly putAt: Instant
  readonly closesAt: Instant
  readonly lastCall: boolean
  /** How often a restart of the server lost the responses, and devices resent them. */
  readonly restarts: number
  readonly status: PromptStatus
  readonly closedAt: Instant | null
  /** The time at which it was withdrawn, published or discarded. */
  readonly decidedAt: Instant | null
  readonly discarded: DiscardReason | null
  /** The people or delegations that could respond when it was put. Null in logs from before the five words. */
  readonly of: number | null
  /** Null unless published, and in logs from before the five words. */
  readonly result: SenseResult | null
  /** True for a published result that the screens show. */
  readonly shown: boolean
}

type OfPrompt = { readonly prompt: PromptId }
export type SenseEvents = {
  'sense.put': { readonly prompt: Prompt }
  'sense.last-called': OfPrompt & { readonly closesAt: Instant }
  /** The server lost the responses. Devices resend them, and there is time for that. */
  'sense.restarted': OfPrompt & { readonly closesAt: Instant }
  'sense.withdrawn': OfPrompt
  'sense.closed': OfPrompt
  /** Only in logs from before the five words. */
  'sense.counted': OfPrompt
  /** Logs from before the five words have no `result`: what they published is not shown any more. */
  'sense.published': OfPrompt & { readonly result?: SenseResult }
  'sense.discarded': OfPrompt & { readonly reason: DiscardReason }
  'sense.taken-down': OfPrompt
}

/** All prompts, in order. At most the last one is open or undecided. */
export type SenseState = { readonly prompts: readonly Prompt[] }
