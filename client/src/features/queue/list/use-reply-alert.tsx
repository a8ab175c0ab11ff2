/** Rights of reply that wait and come after the list, for the Chair's place for alerts. The list has the button that takes them first. */
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'

export const useReplyAlert = (): AlertItem | null => {
  const { t, language } = useText()
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const isDue = useView(({ queue, session }) => !queue.repliesFirst && session.phase !== 'closed')
  if (!isDue || replies.length === 0) return null
  return {
    id: 'replies',
    tone: 'calm',
    title: t('alert.replies', { n: replies.length }),
    text: joinNames(
      language,
      replies.flatMap((id) => entries[id]?.entity ?? []),
    ),
  }
}
