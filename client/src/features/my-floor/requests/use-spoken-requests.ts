/** Tells a screen reader that my point of order or my right of reply has arrived, and when its place has other words. */
import { useNews, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { interruptionWords } from '../../../widgets/kind-words.ts'
import { useCalledBefore } from '../calling-order.ts'
import { getReplyTitle } from './right-of-reply.tsx'

export const useSpokenRequests = (): void => {
  const { t } = usePhoneText()
  const { pointOfOrder: point, reply } = useView(({ myQueue }) => myQueue)
  const repliesFirst = useView(({ queue }) => queue.repliesFirst)
  const ahead = useCalledBefore(reply?.id ?? null).length
  useSpoken('point', point && t(interruptionWords[point.kind][point.held ? 'putOff' : 'raised']))
  useSpoken('reply', reply && t(getReplyTitle(reply, ahead, repliesFirst)))
}

const useSpoken = (topic: string, text: string | null): void =>
  useNews(text, () => {
    if (text !== null) screenReader.say(text, topic)
  })
