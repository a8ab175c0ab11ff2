/** Why the record cannot be loaded, as a sentence that says what to do. */
import type { Translate } from '../../../text/messages.ts'

const deniedReasons: readonly string[] = ['forbidden', 'organizer-only', 'no-such-link', 'revoked', 'person-revoked']

export const getLoadErrorText = (t: Translate, reason: string): string => {
  if (deniedReasons.includes(reason)) return t('record.refused.forbidden')
  if (reason === 'no-such-session') return t('entry.noSession')
  return t(reason === 'no-connection' ? 'record.refused.connection' : 'record.refused.failed')
}
