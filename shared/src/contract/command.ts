/** The declaration of a command: its meaning, fields, rate limit, and whether it can be undone and its author is recorded. */
import type { z } from 'zod'

export type CommandTraits = {
  /** Whether the command is a step that the staff can undo: always, only if the staff send it, or never. */
  readonly undo: 'undoable' | 'undoable-if-by-staff' | 'final'
  /** The rate limit for participants that the command counts against, in addition to the limit for all commands. */
  readonly rate: 'normal' | 'question' | 'support'
  /** Whether the log may omit the sender, if the session does not record the authors of questions. */
  readonly author: 'recorded' | 'anonymizable'
}
export type RateClass = CommandTraits['rate']

/** `about`: its meaning, for the OpenAPI document. */
export type CommandSpec = CommandTraits & { readonly about: string; readonly schema: z.ZodType }

export const final = { undo: 'final', rate: 'normal', author: 'recorded' } as const satisfies CommandTraits
export const undoable = { ...final, undo: 'undoable' } as const satisfies CommandTraits
/** For commands that the owner of a request may send too. An undo leaves what the owner has done since. */
export const undoableIfByStaff = { ...final, undo: 'undoable-if-by-staff' } as const satisfies CommandTraits

/** Defines a command. A command without a sentence or without traits does not compile, so nobody forgets to decide them. */
export const defineCommand = <Schema extends z.ZodType, const Traits extends CommandTraits>(
  about: string,
  schema: Schema,
  traits: Traits,
) => ({ about, schema, ...traits })

/** The commands of a table that can be undone. */
export type UndoableIn<Commands extends Readonly<Record<string, CommandSpec>>> = {
  [C in keyof Commands]: Commands[C]['undo'] extends 'final' ? never : C
}[keyof Commands]
