/** Says so when the line is down, and since when what is shown may be out of date. Nothing while all is well. */
import { useEffect } from 'react'
import { useLine, useStale, useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { exactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { Notice } from '../../../ui/status-banner.tsx'

/** Shorter breaks pass unspoken. */
const worthSaying = 5000

export const ConnectionNotice = ({ rounded = false }: { rounded?: boolean }) => {
  const { t, rich } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const stale = useStale()
  const unsent = useScreen(({ pending }) => pending.filter(({ standing }) => standing === 'waiting').length)
  const restarting = useScreen((screen) => screen.restarting)
  useSpokenLoss()
  if (stale === null) return null
  return (
    <Notice kind="offline" rounded={rounded}>
      {rich(restarting ? 'notice.restarting' : 'notice.offline', { time: exactTime(stale, zone) })}{' '}
      {unsent > 0 ? t('notice.unsent', { n: unsent }) : null}
    </Notice>
  )
}

const useSpokenLoss = (): void => {
  const { t } = useText()
  const down = useLine().kind === 'offline'
  useEffect(() => {
    if (!down) return
    let said = false
    const timer = setTimeout(() => {
      said = true
      announcements.interrupt(t('say.connectionLost'))
    }, worthSaying)
    return () => {
      clearTimeout(timer)
      if (said) announcements.say(t('say.connectionBack'), 'connection')
    }
  }, [down, t])
}
