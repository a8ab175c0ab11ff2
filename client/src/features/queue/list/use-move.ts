/** Moves an entry by the Chair's decision, and says where it stands now. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { beforeAt, stepTo } from './move-targets.ts'

type Moving = {
  readonly to: (entry: EntryId, place: number) => void
  readonly by: (entry: EntryId, step: -1 | 1) => void
}

export const useMoving = (): Moving => {
  const { t, ordinal } = useText()
  const send = useSend()
  const line = useView((view) => view.line).map(({ entry }) => entry)
  // One after the other: the next step is counted from where the last one has led.
  const moving = useScreen(({ pending }) => pending.some(({ envelope }) => envelope.type === 'queue.move'))
  const to = (entry: EntryId, place: number) => {
    if (moving) return
    void send({ type: 'queue.move', data: { entry, before: beforeAt(line, entry, place) } }).then((reply) => {
      const view = useScreen.getState().view
      const who = view?.entries[entry]?.entity
      const at = view?.line.findIndex((other) => other.entry === entry) ?? -1
      if (reply.ok && who !== undefined && at >= 0) announcements.say(t('queue.isMoved', { who, place: ordinal(at + 1) }), 'moved')
    })
  }
  return {
    to,
    by: (entry, step) => {
      const place = stepTo(line, entry, step)
      if (place !== null) to(entry, place)
    },
  }
}
