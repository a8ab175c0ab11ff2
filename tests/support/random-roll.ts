/** Rolls, and how a roll becomes an id, or a value that is mostly the true one. */
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType, State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { toCommandId } from './given.ts'

export type Roll = { readonly pick: number; readonly who: number; readonly what: number; readonly more: number; readonly wait: number }
export const pick = <T>(things: readonly T[], roll: number): T | undefined => things[roll % Math.max(1, things.length)]
export const missingId = toCommandId('missing') as string
/** Picks an id; one time in eleven, an id that does not exist. */
export const pickId = (ids: readonly string[], roll: number): never =>
  (roll % 11 === 7 ? missingId : (pick(ids, roll) ?? missingId)) as never
export const listSegmentIds = ({ agenda }: State) => agenda.segments.map(({ id }) => id)
/** Returns mostly the true value, and sometimes `other`. */
export const makeExpectation = <T>(so: T, { more }: Roll, other: T): T => (more % 9 === 4 ? other : so)

/** Returns the text that a command writes. Null if the roll chooses the text. */
export type TextSource = (command: CommandId) => string | null
/** How a roll fills in each command. */
export type DataMakers<C extends CommandType = CommandType> = {
  readonly [Type in C]: (state: State, roll: Roll, at: Instant, written: string | null) => CommandData<Type>
}
