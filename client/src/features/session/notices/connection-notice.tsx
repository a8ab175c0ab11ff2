/** Reports that the connection is lost, and since when the content may be out of date. Renders nothing while all is well. */
import { useEffect } from 'react'
import { useConnectionStatus, useStaleSince, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { StatusBanner } from '../../../ui/status-banner.tsx'

/** Shorter interruptions are not spoken. */
const minSpokenMs = 5000

export const ConnectionNotice = () => {
  const { t, rich } = usePhoneText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStaleSince()
  const unsent = useSessionStore(({ pending }) => pending.filter(({ status }) => status === 'waiting').length)
  const restarting = useSessionStore((screen) => screen.restarting)
  useSpokenLoss()
  if (stale === null) return null
  return (
    <StatusBanner kind="offline">
      <Sentences>
        <span>{rich(restarting ? 'notice.restarting' : 'notice.offline', { time: formatExactTime(stale, zone) })}</span>
        {unsent > 0 ? t('notice.unsent', { n: unsent }) : null}
      </Sentences>
    </StatusBanner>
  )
}

export const useSpokenLoss = (): void => {
  const { t } = usePhoneText()
  const isOffline = useConnectionStatus().kind === 'offline'
  useEffect(() => {
    if (!isOffline) return
    let isSpoken = false
    const timer = setTimeout(() => {
      isSpoken = true
      screenReader.interrupt(t('say.connectionLost'))
    }, minSpokenMs)
    return () => {
      clearTimeout(timer)
      if (isSpoken) screenReader.say(t('say.connectionBack'), 'connection')
    }
  }, [isOffline, t])
}
