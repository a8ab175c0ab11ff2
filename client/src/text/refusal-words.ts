/** Every "no" as a sentence. */
import type { Refusal } from '@rostrum/shared/protocol/messages'
import type { Speak } from './messages.ts'

export const refusalWords = (t: Speak, why: Refusal): string => {
  if (why === 'malformed') return t('refused.malformed')
  if (why === 'too-fast') return t('refused.tooFast')
  if (why === 'unavailable') return t('refused.unavailable')
  return t(`refusal.${why}`)
}
