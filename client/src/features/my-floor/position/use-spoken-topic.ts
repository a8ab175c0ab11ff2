/** Tells a screen reader that my request comes from an earlier topic: that my place is kept, and what the page asks. */
import { joinTexts } from '@rostrum/shared/kernel/text'
import { useNews, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useSegmentTitle } from '../../../widgets/segment-title.ts'
import type { MyStatus } from '../my-status.ts'

export const useSpokenTopic = (status: MyStatus): void => {
  const { t, ordinal } = usePhoneText()
  const asked = 'notice' in status && status.notice === 'topic' ? status : null
  const held = status.kind === 'on-hold' && status.isEarlier ? status : null
  const topic = useSegmentTitle((asked ?? held)?.entry.segment ?? null)
  const current = useView(({ progress }) => progress.current)
  const segment = asked === null && held === null ? null : current
  // A person on hold has no place.
  const kept = asked === null ? [] : [t('me.topicKept', { place: ordinal(asked.index + 1) })]
  const text = joinTexts([...kept, t('me.topicAsked', { topic })])
  // Once for each change. A later change of the place is announced as such.
  useNews(segment, () => {
    if (segment !== null) screenReader.say(text, 'outcome')
  })
}
