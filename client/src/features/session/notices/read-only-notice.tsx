/**
 * Reports since when and why the server stores nothing. Actions wait in the meantime, and are sent once. The notice disappears
 * automatically.
 */

import { joinTexts } from '@rostrum/shared/kernel/text'
import { useEffect } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { StatusBanner } from '../../../ui/status-banner.tsx'

/** Null while everything can be stored, and without a connection, which another notice reports. */
const useReadOnlyText = () => {
  const { t } = usePhoneText()
  const zone = useView(({ session }) => session.timeZone)
  const readOnly = useSessionStore((store) => (store.connectionStatus.kind === 'live' ? store.readOnly : null))
  const waiting = useSessionStore(({ pending }) => pending.length)
  const isReadOnly = readOnly !== null
  useEffect(() => {
    if (!isReadOnly) return undefined
    screenReader.interrupt(t('say.readOnly'))
    return () => screenReader.say(t('say.readOnlyOver'), 'connection')
  }, [isReadOnly, t])
  if (readOnly === null) return null
  return {
    title: t('notice.readOnly', { time: formatExactTime(readOnly.since, zone) }),
    why: t(`notice.readOnly.${readOnly.reason}`),
    waiting: waiting > 0 ? t('notice.unsent', { n: waiting }) : null,
  }
}

export const ReadOnlyNotice = () => {
  const text = useReadOnlyText()
  if (text === null) return null
  return (
    <StatusBanner kind="stale">
      <Sentences>
        <b>{text.title}</b>
        {text.why}
        {text.waiting}
      </Sentences>
    </StatusBanner>
  )
}

/** The same notice in the place for alerts of Chair and secretariat. */
export const useReadOnlyAlert = (): AlertItem | null => {
  const text = useReadOnlyText()
  if (text === null) return null
  const { title, why, waiting } = text
  return { id: 'read-only', tone: 'bad', title, text: waiting === null ? why : joinTexts([waiting, why]) }
}
