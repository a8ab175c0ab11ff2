/** The sense of the room: one prompt is put to everybody, and everybody responds with how they stand on it. It is not a vote. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { defineCommand, final } from './command.ts'
import { duration, promptIdSchema, receiptSchema, singleLineText, wordingOf } from './field-schemas.ts'
import type { GroupId, PromptId, SegmentId } from './ids.ts'
import { type ResponseKind, responseKinds } from './response-kinds.ts'
import type { Channel } from './roles.ts'

/** In graphemes. */
const maxPromptLength = 240
const maxResponseLength = 40

/** One of the responses for which every language has words, or one that the staff named for this prompt. */
export type ResponseOption = ResponseKind | { readonly named: Wording }

const responseOptionSchema = z.union([
  z.enum(responseKinds),
  z.strictObject({ named: wordingOf(singleLineText(maxResponseLength)) }),
]) as z.ZodType<ResponseOption, ResponseOption>

/** The responses that count: each person's own, or the last of each delegation. */
export const responders = ['person', 'delegation'] as const
export type Responder = (typeof responders)[number]

const promptField = { prompt: promptIdSchema }

export const senseCommands = {
  'sense.put': defineCommand(
    'Puts a sentence to everybody. `options`: what people can respond, two to five of them, in the order shown. `length`: how long it is open.',
    z.strictObject({
      text: wordingOf(singleLineText(maxPromptLength)),
      options: z.array(responseOptionSchema).min(2).max(5).refine(areDistinct),
      one: z.enum(responders),
      length: duration(60, 90),
    }),
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
    'Responds to the sentence. `option`: which one, counted from 0, so that every response is as long as any other. `receipt`: a secret of the device, by which a person’s response can be changed. Nothing of it is stored: the server keeps responses in memory until the close.',
    z.strictObject({ ...promptField, option: z.number().int().min(0).max(4), receipt: receiptSchema }),
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
  'responded-elsewhere', // this person responded on another device, which has the receipt
  'result-missing', // the server's memory no longer has it
] as const

/** `of`: those present in the room or connected at any time while it was open. Delegations are counted if each delegation counts once. */
export type Participation = {
  readonly responded: number
  readonly of: number
  /** The shown groups with at least three responses; `ofGroups`: all shown groups. */
  readonly groups: number
  readonly ofGroups: number
}

/**
 * A column of the result. `groups`: one group, or several shown together because some have fewer than five people. Null: people without a
 * group.
 */
export type BreadthColumn = { readonly groups: readonly (GroupId | null)[] }

/**
 * The published part of the responses, and all that ever leaves the memory of the server. `marks`: by option and channel, whether three or
 * more in a column gave this response. False also means that it is not shown.
 */
export type Breadth = {
  readonly columns: readonly BreadthColumn[]
  readonly marks: readonly Readonly<Record<Channel, readonly boolean[]>>[]
}

type PromptStatus = 'open' | 'closed' | 'withdrawn' | 'published' | 'discarded'

/** `lost`: the server restarted, and only its memory had the result. `session-closed`: the session closed first. */
type DiscardReason = 'chair' | 'lost' | 'session-closed'

export type Prompt = {
  readonly id: PromptId
  readonly text: Wording
  readonly options: readonly ResponseOption[]
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
  readonly participation: Participation | null
  /** Null unless published. */
  readonly breadth: Breadth | null
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
  /** After the close, from the memory of the server. */
  'sense.counted': OfPrompt & { readonly participation: Participation }
  'sense.published': OfPrompt & { readonly breadth: Breadth }
  'sense.discarded': OfPrompt & { readonly reason: DiscardReason }
  'sense.taken-down': OfPrompt
}

/** All prompts, in order. At most the last one is open or undecided. */
export type SenseState = { readonly prompts: readonly Prompt[] }

function areDistinct(options: readonly ResponseOption[]): boolean {
  return new Set(options.map((option) => JSON.stringify(option))).size === options.length
}
