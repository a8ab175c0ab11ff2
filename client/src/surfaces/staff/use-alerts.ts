/** All alerts of Chair and secretariat, the most serious first. */
import { useEffect } from 'react'
import { useBlankAlert } from '../../features/cues/staff/blank-display.tsx'
import { useAnnouncementAlerts } from '../../features/cues/staff/use-announcement-alerts.tsx'
import { useDeclinedAlert } from '../../features/floor/staff/use-declined-alert.ts'
import { usePointAlerts } from '../../features/floor/staff/use-point-alerts.tsx'
import { useReachAlert } from '../../features/floor/staff/use-reach-alert.tsx'
import { useOverflowItem } from '../../features/queue/forecast/use-overflow-item.tsx'
import { useReplyAlert } from '../../features/queue/list/use-reply-alert.tsx'
import { useSenseAlert } from '../../features/sense/staff/use-sense-alert.tsx'
import { useConnectionAlert } from '../../features/session/notices/connection-alert.ts'
import { useReadOnlyAlert } from '../../features/session/notices/read-only-notice.tsx'
import { useUnclaimedRefusal } from '../../session/refusal-claims.ts'
import { getRefusalText } from '../../text/refusal-text.ts'
import { useText } from '../../text/use-text.tsx'
import type { AlertItem } from '../../ui/alert-place.tsx'
import { screenReader } from '../../ui/screen-reader.ts'

/** `drives`: the officer has the duty of the floor. For others the alerts have no button. `hasMain`: the page always has the main button. */
export const useAlerts = (drives: boolean, hasMain: boolean): readonly AlertItem[] => {
  const refusal = useRefusalAlert()
  const connection = useConnectionAlert()
  const readOnly = useReadOnlyAlert()
  const points = usePointAlerts(hasMain)
  const replies = useReplyAlert()
  const announcements = useAnnouncementAlerts()
  const sense = useSenseAlert()
  const overflow = useOverflowItem()
  const blank = useBlankAlert()
  const reach = useReachAlert()
  const declined = useDeclinedAlert()
  // Without a connection no press arrives, so that alert comes before everything else.
  const items = [connection, readOnly, refusal, ...points, declined, reach, replies, sense, blank, overflow, ...announcements].filter(
    (item) => item !== null,
  )
  return drives ? items : items.map((item) => ({ ...item, action: undefined, listAction: undefined }))
}

/** A refusal that no other place on the page shows. */
const useRefusalAlert = (): AlertItem | null => {
  const { t } = useText()
  const text = getRefusalText(t, useUnclaimedRefusal()?.reason ?? null)
  useEffect(() => {
    if (text !== null) screenReader.say(text, 'refusal')
  }, [text])
  return text === null ? null : { id: 'refusal', tone: 'bad', title: text }
}
