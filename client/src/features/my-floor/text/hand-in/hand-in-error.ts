/** The reason why a text was not handed in, as a sentence that tells what to do. */
import type { AskedTranslate } from '../../../../text/messages.ts'

const reasons = {
  'session-closed': 'refusal.session-closed',
  'text-refused': 'refusal.text-refused',
  'text-too-long': 'refusal.text-too-long',
  'too-fast': 'refused.tooFast',
  'too-many-requests': 'refused.tooFast',
  'too-many-texts': 'handIn.tooMany',
  'no-connection': 'handIn.noConnection',
  forbidden: 'refusal.forbidden',
} as const

export const getHandInError = (t: AskedTranslate, reason: string): string =>
  t(Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : 'refused.unavailable')
