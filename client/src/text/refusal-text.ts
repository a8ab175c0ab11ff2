/** A refusal as a sentence. Null if nothing was refused. */
import type { RefusalReason } from '@rostrum/shared/protocol/messages'
import type { Translate } from './messages.ts'

export const getRefusalText = (t: Translate, reason: RefusalReason | null): string | null => {
  if (reason === null) return null
  if (reason === 'malformed') return t('refused.malformed')
  if (reason === 'too-fast') return t('refused.tooFast')
  if (reason === 'unavailable') return t('refused.unavailable')
  return t(`refusal.${reason}`)
}
