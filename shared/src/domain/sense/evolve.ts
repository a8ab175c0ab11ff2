import type { PromptId } from '../../contract/ids.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { Prompt, SenseEvents, SenseState } from '../../contract/sense.ts'

export const initialSense: SenseState = { prompts: [] }

/** Changes a prompt, which is nearly always the last one. */
const change = ({ prompts }: SenseState, id: PromptId, changes: Partial<Prompt>): SenseState => {
  const index = prompts.findLastIndex((prompt) => prompt.id === id)
  const found = prompts[index]
  if (found === undefined) return { prompts }
  const changed = prompts.slice()
  changed[index] = { ...found, ...changes }
  return { prompts: changed }
}

/** Only the last prompt can be on the screens. */
const takeDownLast = (sense: SenseState): SenseState => {
  const last = sense.prompts.at(-1)
  return last?.shown ? change(sense, last.id, { shown: false }) : sense
}

export const senseEvolvers: Evolvers<SenseState, SenseEvents> = {
  'sense.put': (sense, { prompt }) => ({ prompts: [...takeDownLast(sense).prompts, { ...prompt, of: prompt.of ?? null, result: null }] }),
  'sense.last-called': (sense, { prompt, closesAt }) => change(sense, prompt, { closesAt, lastCall: true }),
  'sense.restarted': (sense, { prompt, closesAt }) =>
    change(sense, prompt, { closesAt, restarts: (sense.prompts.find(({ id }) => id === prompt)?.restarts ?? 0) + 1 }),
  'sense.withdrawn': (sense, { prompt }, at) => change(sense, prompt, { status: 'withdrawn', closedAt: at, decidedAt: at }),
  'sense.closed': (sense, { prompt }, at) => change(sense, prompt, { status: 'closed', closedAt: at }),
  'sense.counted': (sense) => sense,
  'sense.published': (sense, { prompt, result = null }, at) =>
    change(sense, prompt, { status: 'published', decidedAt: at, result, shown: result !== null }),
  'sense.discarded': (sense, { prompt, reason }, at) => change(sense, prompt, { status: 'discarded', decidedAt: at, discarded: reason }),
  'sense.taken-down': (sense, { prompt }) => change(sense, prompt, { shown: false }),
}
