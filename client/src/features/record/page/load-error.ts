/** Why the record does not come, as a sentence that says what to do. */
import type { Speak } from '../../../text/messages.ts'

const closed: readonly string[] = ['forbidden', 'organiser-only', 'no-such-link', 'revoked', 'person-revoked']

export const refusalOf = (t: Speak, why: string): string => {
  if (closed.includes(why)) return t('record.refused.forbidden')
  if (why === 'no-such-session') return t('door.noSession')
  return t(why === 'no-connection' ? 'record.refused.connection' : 'record.refused.failed')
}
