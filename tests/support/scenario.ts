/** A session in which a command is possible, and the data of the command. `of`: the owner of the thing that it concerns. */
import type { CommandData, CommandType, Event } from '@rostrum/shared/contract/registry'
import type { SentCommand } from './given.ts'

export type Scenario<C extends CommandType> = {
  readonly history: readonly (SentCommand | Event)[]
  readonly data: (of: string) => CommandData<C>
}
export const makeScenario = <C extends CommandType>(
  history: readonly (SentCommand | Event)[],
  data: (of: string) => CommandData<C>,
): Scenario<C> => ({
  history,
  data,
})
