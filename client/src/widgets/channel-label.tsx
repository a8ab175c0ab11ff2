import type { RequestChannel } from '@rostrum/shared/contract/enums'
import type { ReactNode } from 'react'
import { getChannelName } from '../text/channel-words.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { IconLabel } from '../ui/icon-label.tsx'
import type { IconName } from '../ui/icon-paths.ts'

const icons: Readonly<Record<RequestChannel, IconName>> = { room: 'room', remote: 'remote', paper: 'paper' }

/** A channel as an icon and a word: a building for the room, a laptop for remote, a sheet for paper. Without `children`, its name. */
export const ChannelLabel = ({ from, children }: { from: RequestChannel; children?: ReactNode }) => {
  const { t } = usePhoneText()
  return <IconLabel icon={icons[from]}>{children ?? getChannelName(t, from)}</IconLabel>
}
