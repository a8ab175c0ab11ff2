import type { View } from '@rostrum/shared/projection/registry'
import type { PhoneTranslate } from '../../../text/messages.ts'
import { formatTime } from '../../../text/times.ts'

/** Says that the meeting is suspended, until when if the Chair has said it, and that nothing is lost. `format`: how times are said there. */
export const getSuspensionText = (
  t: PhoneTranslate,
  { until, timeZone }: Pick<View['session'], 'until' | 'timeZone'>,
  format: typeof formatTime = formatTime,
): string => (until === null ? t('session.suspendedNote') : t('session.suspendedUntilNote', { time: format(until, timeZone) }))
