import { type ByChannel, channels } from '@rostrum/shared/contract/channels'
import { useView } from '../session/hooks.tsx'
import { formatCrowd } from '../text/counts.ts'
import { useText } from '../text/use-text.tsx'
import { PresenceCounts } from '../ui/top-bar.tsx'
import { ChannelLabel } from './channel-label.tsx'

const presentWords: ByChannel<'session.inRoom' | 'session.remote'> = { room: 'session.inRoom', remote: 'session.remote' }

/** How many people are present in each channel, for the staff. */
export const PresentPeople = () => {
  const { t, language } = useText()
  const presence = useView((view) => view.presence)
  return (
    <PresenceCounts>
      {channels.map((channel) => (
        <ChannelLabel key={channel} from={channel}>
          {t(presentWords[channel], { n: formatCrowd(t, language.id, presence[channel]) })}
        </ChannelLabel>
      ))}
    </PresenceCounts>
  )
}
