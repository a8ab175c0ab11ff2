/** The sentences that were put to everybody, with what was published of the responses. The log contains no more. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { State } from '@rostrum/shared/contract/registry'
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { Prompt } from '@rostrum/shared/contract/sense'
import { listLanguages, pickWording, type Wording } from '@rostrum/shared/kernel/wording'
import type { RecordTimes } from './times.ts'

type RecordSense = NonNullable<SessionRecord['sense']>[number]

export const buildSense = ({ sense }: State, { toIso }: RecordTimes): readonly RecordSense[] =>
  sense.prompts.map((prompt) => ({
    id: prompt.id,
    segment: prompt.segment,
    text: listTexts(prompt.text),
    one: prompt.one,
    openedAt: toIso(prompt.putAt),
    closedAt: prompt.closedAt === null ? null : toIso(prompt.closedAt),
    outcome: getOutcome(prompt),
    of: prompt.of,
    turnout: prompt.result?.turnout ?? null,
    responses: responseKinds.flatMap((kind) => {
      const words = prompt.result?.words?.[kind]
      return words === undefined ? [] : [{ kind, ...words }]
    }),
  }))

const listTexts = (wording: Wording): RecordSense['text'] =>
  typeof wording === 'string'
    ? [{ language: null, text: wording }]
    : listLanguages(wording).map((language) => ({ language, text: pickWording(wording, language) }))

const getOutcome = ({ status, discarded }: Prompt): RecordSense['outcome'] => {
  if (status === 'published' || status === 'withdrawn') return status
  if (status !== 'discarded') return 'undecided'
  return discarded === 'lost' ? 'lost' : 'discarded'
}
