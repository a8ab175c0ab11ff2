/** The result of a command: its events, or the reason for its rejection. A rejection is a normal result; an exception is a bug. */
export type Decision<Event, Reason extends string> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly reason: Reason }

export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ ok: true, events })
export const reject = <const Reason extends string>(reason: Reason): Decision<never, Reason> => ({ ok: false, reason })
/** The command is valid and there is nothing left to do. This makes it safe to send a command twice. */
export const noChange: Decision<never, never> = { ok: true, events: [] }
