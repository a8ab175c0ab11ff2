/** A refusal as a sentence. Null if nothing was refused. */
import type { RefusalReason } from '@rostrum/shared/protocol/messages'
import type { PhoneTranslate } from './messages.ts'

export const getRefusalText = (t: PhoneTranslate, reason: RefusalReason | null): string | null => {
  if (reason === null) return null
  if (reason === 'malformed' || reason === 'id-taken') return t('refused.malformed')
  if (reason === 'too-fast') return t('refused.tooFast')
  if (reason === 'unavailable') return t('refused.unavailable')
  return t.refusal(reason)
}
