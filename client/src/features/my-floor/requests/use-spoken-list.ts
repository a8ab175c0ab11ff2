/** Tells a screen reader that the list opens or closes, for a person who is not on it. */
import { useNews, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import type { MyStatus } from '../my-status.ts'

export const useSpokenList = (status: MyStatus): void => {
  const { t } = usePhoneText()
  const list = useView(({ queue }) => queue.status.kind)
  const isConcerned = !('entry' in status) && !('turn' in status) && status.kind !== 'closed' && status.kind !== 'not-reached'
  useNews(list, () => {
    // The last call is announced with its countdown.
    if (isConcerned && list !== 'last-call') screenReader.say(t(list === 'open' ? 'say.listOpen' : 'say.listClosed'), 'list')
  })
}
