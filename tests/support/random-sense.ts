/** Fills in the commands of the sense of the room for random people. */
import type { CommandType, State } from '@rostrum/shared/contract/registry'
import { responders } from '@rostrum/shared/contract/sense'
import { toCommandId, toReceipt } from './given.ts'
import type { DataMakers, Roll } from './random-roll.ts'

/** Picks the last prompt or the one before it, and one time in eleven a prompt that does not exist. */
const pickPrompt = ({ sense }: State, { what }: Roll) => {
  const last = sense.prompts.at(-1 - (what % 2)) ?? sense.prompts.at(-1)
  return { prompt: (what % 11 === 7 || !last ? toCommandId('missing') : last.id) as never }
}

export const senseDataMakers: DataMakers<Extract<CommandType, `sense.${string}`>> = {
  'sense.put': (_, { what, more }, __, written) => ({
    text: more % 4 === 1 ? { en: written ?? `Sentence ${what}`, fr: `Phrase ${what}` } : (written ?? `Sentence ${what}`),
    one: responders[what % 2] ?? 'person',
    length: (60_000 + (more % 31) * 1_000) as never,
  }),
  'sense.last-call': pickPrompt,
  'sense.close': pickPrompt,
  'sense.withdraw': pickPrompt,
  'sense.respond': (state, roll) => ({ ...pickPrompt(state, roll), option: roll.more % 5, receipt: toReceipt(`device-${roll.who}`) }),
  'sense.publish': (state, roll) => ({ ...pickPrompt(state, roll), irrevocable: true }),
  'sense.discard': pickPrompt,
  'sense.take-down': pickPrompt,
}
