/** Announcements across the top of a screen. Each can be dismissed on this device. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { AnnouncementView } from '@rostrum/shared/projection/cues'
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Banner, BannerLine } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { dismiss, useDismissed } from './dismissed.ts'
import { useAnnouncements } from './use-announcements.ts'

export const Announcements = () => {
  const { t } = usePhoneText()
  const zone = useView(({ session }) => session.timeZone)
  const announcements = useAnnouncements()
  const dismissed = useDismissed()
  useSpokenAnnouncements(announcements)
  const visible = announcements.filter(({ id }) => !dismissed.includes(id))
  if (visible.length === 0) return null
  return (
    <Banner label={t('announce.label')}>
      {visible.map(({ id, text, at }) => (
        <BannerLine
          key={id}
          text={pickWording(text, t.language)}
          time={formatTime(at, zone)}
          action={<Button look="quiet" size="small" bare icon="x" aria-label={t('announce.hide')} onClick={() => dismiss(id)} />}
        />
      ))}
    </Banner>
  )
}

/** Speaks only announcements that arrive while the page is open. Earlier ones are read with the page. */
export const useSpokenAnnouncements = (announcements: readonly AnnouncementView[]): void => {
  const { t } = usePhoneText()
  const spokenIds = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = spokenIds.current
    spokenIds.current = new Set(announcements.map(({ id }) => id))
    if (before === null) return
    for (const { id, text } of [...announcements].reverse()) if (!before.has(id)) screenReader.say(t('announce.say', { text }), id)
  }, [announcements, t])
}
