/** Moves an entry by the Chair's decision, and announces its new position. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { computeStep, findEntryBefore } from './move-targets.ts'

type EntryMove = {
  readonly toPosition: (entry: EntryId, place: number) => void
  readonly byStep: (entry: EntryId, step: -1 | 1) => void
}

export const useMove = (): EntryMove => {
  const { t, ordinal } = useText()
  const send = useSend('queue')
  const order = useView((view) => view.order)
  // One move at a time: the next step is computed from the result of the last one.
  const isMoving = useSessionStore(({ pending }) => pending.some(({ envelope }) => envelope.type === 'queue.move'))
  const to = (entry: EntryId, place: number) => {
    if (isMoving) return
    void send({ type: 'queue.move', data: { entry, before: findEntryBefore(order, entry, place) } }).then((reply) => {
      const view = useSessionStore.getState().view
      const who = view?.entries[entry]?.entity
      const at = view?.order.indexOf(entry) ?? -1
      if (reply.ok && who !== undefined && at >= 0) screenReader.say(t('queue.isMoved', { who, place: ordinal(at + 1) }), 'moved')
    })
  }
  return {
    toPosition: to,
    byStep: (entry, step) => {
      const place = computeStep(order, entry, step)
      if (place !== null) to(entry, place)
    },
  }
}
