/** An alert when the queue becomes longer than the time that is left, once for each segment. It does not come back with every forecast. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'

/** For each segment with an alert: `dismissed` once the staff has hidden it, or it was no longer true. */
export type OverflowAlerts = Readonly<Record<string, 'told' | 'dismissed'>>

/** True the first time that not all entries of a segment will be reached. */
export const isNewOverflow = (alerts: OverflowAlerts, segment: string | null, reached: number, waiting: number): boolean =>
  segment !== null && reached < waiting && alerts[segment] === undefined

/** True while the alert is shown: it was raised, is still true, and is not dismissed. */
export const isAlertShown = (alerts: OverflowAlerts, segment: string | null, reached: number, waiting: number): boolean =>
  segment !== null && reached < waiting && alerts[segment] === 'told'

const storageKey = 'rostrum.overflow'

/** `segment`: null if no segment is running. A reload neither repeats the alert nor brings back a dismissed one. */
export const useOverflowAlert = (segment: SegmentId | null, reached: number, waiting: number): { shown: boolean; dismiss: () => void } => {
  const { t } = useText()
  // Another session can have segments with the same ids.
  const openedAt = useView(({ session }) => session.openedAt)
  const segmentKey = segment === null ? null : `${openedAt}/${segment}`
  const [alerts, setAlerts] = useState<OverflowAlerts>(loadAlerts)
  const isFirst = isNewOverflow(alerts, segmentKey, reached, waiting)
  useEffect(() => {
    openBrowserStorage('sessionStorage')?.setItem(storageKey, JSON.stringify(alerts))
  }, [alerts])
  useEffect(() => {
    if (!isFirst || segmentKey === null) return
    screenReader.say(t('say.outgrown'), 'outgrown')
    setAlerts({ ...alerts, [segmentKey]: 'told' })
  }, [isFirst, segmentKey, alerts, t])
  const isOver = segmentKey !== null && reached >= waiting && alerts[segmentKey] === 'told'
  useEffect(() => {
    if (isOver && segmentKey !== null) setAlerts({ ...alerts, [segmentKey]: 'dismissed' })
  }, [isOver, segmentKey, alerts])
  return {
    shown: isAlertShown(alerts, segmentKey, reached, waiting),
    dismiss: () => {
      if (segmentKey !== null) setAlerts({ ...alerts, [segmentKey]: 'dismissed' })
    },
  }
}

const loadAlerts = (): OverflowAlerts => {
  const stored = openBrowserStorage('sessionStorage')?.getItem(storageKey)
  if (!stored) return {}
  try {
    const alerts: unknown = JSON.parse(stored)
    return typeof alerts === 'object' && alerts !== null ? (alerts as OverflowAlerts) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
