/** Everything that decides which controls of a participant's page are where. When it changes, they all rest, so that no press meets another control. */
import { useView } from '../../session/hooks.tsx'
import { type MyStatus, useSubject } from './my-status.ts'

export const usePageStage = (status: MyStatus): string => {
  const subject = useSubject(status)
  // Each of these has a card or a notice of its own, which moves what is below it.
  const cards = useView(({ myQueue: { entry, reply, pointOfOrder }, announcements, myAnnouncements, session }) =>
    [session.phase, entry?.swapOffers.length, entry?.swapOfferedTo, reply?.id, reply?.held, pointOfOrder?.id, announcements.length]
      .concat(myAnnouncements.length)
      .join(),
  )
  return [status.kind, subject, 'ahead' in status && status.ahead <= 1, cards].join()
}
