/** Every "no" as a sentence; null where nothing was refused. */
import type { Refusal } from '@rostrum/shared/protocol/messages'
import type { Speak } from './messages.ts'

export const refusalWords = (t: Speak, why: Refusal | null): string | null => {
  if (why === null) return null
  if (why === 'malformed') return t('refused.malformed')
  if (why === 'too-fast') return t('refused.tooFast')
  if (why === 'unavailable') return t('refused.unavailable')
  return t(`refusal.${why}`)
}
