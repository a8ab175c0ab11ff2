/** Announcements across the top of a screen, calm; each can be put away on this device. */
import type { NoticeView } from '@rostrum/shared/projection/cues'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Banner, BannerLine } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { putAway, usePutAway } from './dismissed.ts'
import { useNotices } from './use-announcements.ts'

export const Notices = () => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const notices = useNotices()
  const away = usePutAway()
  useSpokenNotices(notices)
  const shown = notices.filter(({ id }) => !away.includes(id))
  if (shown.length === 0) return null
  return (
    <Banner label={t('announce.label')}>
      {shown.map(({ id, text, at }) => (
        <BannerLine
          key={id}
          text={text}
          time={timeOfDay(at, zone)}
          action={<Button look="quiet" size="small" bare icon="x" aria-label={t('announce.hide')} onClick={() => putAway(id)} />}
        />
      ))}
    </Banner>
  )
}

/** Those that come while the page is open; what stood before is read with the page. */
const useSpokenNotices = (notices: readonly NoticeView[]): void => {
  const { t } = useText()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(notices.map(({ id }) => id))
    if (before === null) return
    for (const { id, text } of [...notices].reverse()) if (!before.has(id)) announcements.say(t('announce.say', { text }), id)
  }, [notices, t])
}
