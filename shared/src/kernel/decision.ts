import type { Rejection } from '../contract/rejections.ts'

/** What came of a command: the events that it makes, or why not. A refusal is an answer; an exception is a bug. */
export type Decision<E> = { readonly ok: true; readonly events: readonly E[] } | { readonly ok: false; readonly why: Rejection }

export const accept = <E>(...events: readonly E[]): Decision<E> => ({ ok: true, events })
export const reject = (why: Rejection): Decision<never> => ({ ok: false, why })
/** Valid, but nothing is left to do: safe to send twice. */
export const nothing: Decision<never> = { ok: true, events: [] }
