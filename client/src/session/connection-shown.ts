/** Shows on the page whether it is connected, and with that which commands wait. */
import type { Outbox } from './outbox.ts'
import { getLocalTime, getServerTime } from './server-clock.ts'
import { useSessionStore } from './store.ts'

export const showLive = (outbox: Outbox): void => {
  outbox.markAll('sending')
  useSessionStore.setState({
    connectionStatus: { kind: 'live' },
    offlineSince: null,
    lastHeardAt: getLocalTime(),
    pending: outbox.pending,
  })
}

export const showOffline = (outbox: Outbox): void => {
  outbox.markAll('waiting')
  const { connectionStatus, clockOffset, offlineSince } = useSessionStore.getState()
  useSessionStore.setState({
    pending: outbox.pending,
    offlineSince: offlineSince ?? getServerTime(clockOffset),
    ...(connectionStatus.kind === 'refused' ? {} : { connectionStatus: { kind: 'offline' } }),
  })
}
