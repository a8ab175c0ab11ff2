/** The changes of the whole session, for screen readers: the opening, a new segment, a suspension, its end, the close, and its undoing. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { useNews, useView } from '../../../session/hooks.tsx'
import type { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useSegmentTitle } from '../../../widgets/segment-title.ts'
import { getSuspensionText } from './suspension-text.ts'

const comebacks = { planned: 'say.sessionOpen', suspended: 'say.sessionResumed', closed: 'say.closeTakenBack', open: null } as const

/** `format`: how the time of the end of a suspension is said. */
export const useSpokenSession = (format?: typeof formatTime): void => {
  const { t } = usePhoneText()
  const { phase, until, timeZone } = useView(({ session }) => session)
  const segment = useView(({ progress }) => progress.current)
  const topic = useSegmentTitle(segment)
  useNews({ phase, until, segment }, (before) => {
    if (phase === 'suspended') {
      if (before.phase !== phase || before.until !== until) screenReader.say(getSuspensionText(t, { until, timeZone }, format), 'phase')
    } else if (before.phase !== phase) {
      const text = phase === 'closed' ? 'me.over' : phase === 'open' ? comebacks[before.phase] : null
      if (text !== null) screenReader.say(t(text), 'phase')
    }
    // The opening and the undone close begin a segment too, and have a text of their own.
    if (isInSession(before.phase) && segment !== null && before.segment !== segment)
      screenReader.say(t('me.topicChanged', { topic }), 'topic')
  })
}
