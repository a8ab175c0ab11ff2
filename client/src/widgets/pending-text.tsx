/** The text about a press that has not been answered yet, the same wherever it appears. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import { useNow, useStaleSince } from '../session/hooks.tsx'
import type { PendingCommand } from '../session/outbox.ts'
import { useSessionStore } from '../session/store.ts'
import { usePhoneText } from '../text/use-text.tsx'

/** A press without an answer for this many milliseconds has probably not arrived. */
const sendingMs = 3000

/** True if a press is waiting, which it is as soon as the connection is silent. */
export const useIsWaiting = (pending: PendingCommand | undefined): boolean => {
  const isStale = useStaleSince() !== null
  useNow(1000)
  return pending !== undefined && (pending.status === 'waiting' || isStale || Date.now() - pending.pressedAt > sendingMs)
}

/** "Sending", or "Waiting to send". Null if nothing was pressed. */
export const usePendingText = (pending: PendingCommand | undefined): string | null => {
  const { t } = usePhoneText()
  const isWaiting = useIsWaiting(pending)
  return pending === undefined ? null : t(isWaiting ? 'app.waiting' : 'app.sending')
}

/** Mounted only while something is pending, so that a list of rows does not update every second. */
export const PendingText = ({ pending }: { pending: PendingCommand }) => usePendingText(pending)

/** Returns a request of this kind that was sent and has not been answered yet. */
export const usePendingRequest = (kind: EntryKind): PendingCommand | undefined =>
  useSessionStore(({ pending }) => pending.find(({ envelope }) => envelope.type === 'queue.join' && envelope.data.kind === kind))
