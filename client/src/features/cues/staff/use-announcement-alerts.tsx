/** The active announcements in the Chair's place for alerts, each with a button that ends it. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSpokenAnnouncements } from '../everyone/announcements.tsx'
import { useAnnouncements } from '../everyone/use-announcements.ts'

export const useAnnouncementAlerts = (): readonly AlertItem[] => {
  const { t } = useText()
  const send = useSend('controls')
  const announcements = useView((view) => view.announcements)
  const busy = usePending('cues.take-down') !== undefined
  useSpokenAnnouncements(useAnnouncements())
  return [...announcements].reverse().map(({ id, text }) => ({
    id,
    tone: 'calm',
    title: t('alert.announcement'),
    text: pickWording(text, t.language),
    action: (
      <Button
        look="quiet"
        size="small"
        disabled={busy}
        aria-label={t('announce.takeDownOf', { text })}
        onClick={() => void send({ type: 'cues.take-down', data: { announcement: id } })}
      >
        {t('announce.takeDown')}
      </Button>
    ),
  }))
}
