/** Which announcements are for whoever looks at this screen, the latest first. */
import type { NoticeView } from '@rostrum/shared/projection/cues'
import type { View } from '@rostrum/shared/projection/registry'
import { useMemo } from 'react'
import { useView } from '../../../session/hooks.tsx'

/** The staff sees all that stand; those for others are not for them to read. */
const isForStaff = ({ to }: NoticeView): boolean => to === undefined || to === 'everyone' || to === 'staff'

export const noticesFor = ({ notices, myNotices }: Pick<View, 'notices' | 'myNotices'>): readonly NoticeView[] =>
  [...notices.filter(isForStaff), ...myNotices].sort((a, b) => b.at - a.at)

export const useNotices = (): readonly NoticeView[] => {
  const notices = useView((view) => view.notices)
  const myNotices = useView((view) => view.myNotices)
  return useMemo(() => noticesFor({ notices, myNotices }), [notices, myNotices])
}
