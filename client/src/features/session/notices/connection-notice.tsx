/** Says that the connection is lost, and since when the content may be out of date. Renders nothing while all is well. */

import { joinTexts } from '@rostrum/shared/kernel/text'
import { useEffect } from 'react'
import { useConnectionStatus, useStaleSince, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { StatusBanner } from '../../../ui/status-banner.tsx'

/** Shorter interruptions are not spoken. */
const minSpokenMs = 5000

export const ConnectionNotice = ({ rounded = false }: { rounded?: boolean }) => {
  const { t, rich } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStaleSince()
  const unsent = useSessionStore(({ pending }) => pending.filter(({ status }) => status === 'waiting').length)
  const restarting = useSessionStore((screen) => screen.restarting)
  useSpokenLoss()
  if (stale === null) return null
  return (
    <StatusBanner kind="offline" rounded={rounded}>
      <Sentences>
        <span>{rich(restarting ? 'notice.restarting' : 'notice.offline', { time: formatExactTime(stale, zone) })}</span>
        {unsent > 0 ? t('notice.unsent', { n: unsent }) : null}
      </Sentences>
    </StatusBanner>
  )
}

/** The same for the Chair's place for alerts. */
export const useConnectionAlert = (): AlertItem | null => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStaleSince()
  const unsent = useSessionStore(({ pending }) => pending.filter(({ status }) => status === 'waiting').length)
  const isRestarting = useSessionStore((screen) => screen.restarting)
  useSpokenLoss()
  if (stale === null) return null
  const text = t('alert.stale', { time: formatExactTime(stale, zone) })
  return {
    id: 'connection',
    tone: 'bad',
    title: t(isRestarting ? 'alert.restarting' : 'alert.offline'),
    text: unsent > 0 ? joinTexts([t('notice.unsent', { n: unsent }), text]) : text,
  }
}

const useSpokenLoss = (): void => {
  const { t } = useText()
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
