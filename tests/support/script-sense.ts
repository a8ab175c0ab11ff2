/** The commands and events of the sense of the room in the states of the Chair's script. */
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { seconds } from '@rostrum/shared/kernel/time'
import { command, toCommandId } from './given.ts'

const sentence = {
  en: 'The summary should say how each input was addressed.',
  fr: 'Le résumé devrait indiquer la suite donnée à chaque contribution.',
  es: 'El resumen debería indicar cómo se ha tratado cada aportación.',
  ar: 'ينبغي أن يبيّن الموجز كيف جرى تناول كل مساهمة.',
  zh: '摘要应说明每项意见的处理情况。',
  ru: 'В резюме следует указать, как учтен каждый вклад.',
}
export const prompt = toCommandId('prompt') as string as PromptId
export const put = (length: number, at = 60) =>
  command('chair', 'sense.put', { text: sentence, one: 'person', length: seconds(length) }, { id: 'prompt', at })
export const [takeDown, discard] = [command('chair', 'sense.take-down', { prompt }), command('chair', 'sense.discard', { prompt })]
export const closeSentence = command('chair', 'sense.close', { prompt }, { at: 130 })
/** No command contains the result: the server adds it from its memory. */
export const published: Event = { type: 'sense.published', data: { prompt, result: { turnout: null, words: null } } }
export const lost: Event = { type: 'sense.discarded', data: { prompt, reason: 'lost' } }
