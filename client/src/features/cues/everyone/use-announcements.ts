/** The announcements for the reader of this screen, the latest first. */
import type { AnnouncementView } from '@rostrum/shared/projection/cues'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'

/** The staff get all active announcements in their view. This leaves out those addressed to others. */
const isForStaff = ({ to }: AnnouncementView): boolean => to === undefined || to === 'everyone' || to === 'staff'

export const selectAnnouncements = ({
  announcements,
  myAnnouncements,
}: Pick<View, 'announcements' | 'myAnnouncements'>): readonly AnnouncementView[] =>
  [...announcements.filter(isForStaff), ...myAnnouncements].sort((a, b) => b.at - a.at)

export const useAnnouncements = (): readonly AnnouncementView[] => {
  const announcements = useView((view) => view.announcements)
  const myAnnouncements = useView((view) => view.myAnnouncements)
  return useMemo(() => selectAnnouncements({ announcements, myAnnouncements }), [announcements, myAnnouncements])
}
