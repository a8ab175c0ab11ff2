/** A connection that replies only when the test calls `reply`. */
import type { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import type { PendingCommand } from '@rostrum/client/session/outbox'
import type { RefusalArea } from '@rostrum/client/session/refusal-areas'
import { useSessionStore } from '@rostrum/client/session/store'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { RefusalReason } from '@rostrum/shared/protocol/messages'
import { act } from '@testing-library/react'
import type { ComponentProps } from 'react'

type Reply = { readonly ok: true } | { readonly ok: false; readonly reason: RefusalReason }
let unanswered: { readonly pending: PendingCommand; readonly resolve: (reply: Reply) => void }[] = []
/** The commands that the page sent, in order. */
export let sent: Command[] = []

export const clearSent = (): void => {
  sent = []
  unanswered = []
}

const send = (command: Command, area: RefusalArea): Promise<Reply> => {
  sent.push(command)
  const id = `sent-${sent.length}` as CommandId
  const status = useSessionStore.getState().connectionStatus.kind === 'live' ? 'sending' : 'waiting'
  const pending = { envelope: { id, ...command }, area, pressedAt: Date.now(), status } as PendingCommand
  useSessionStore.setState((now) => ({ pending: [...now.pending, pending], lastRefusal: null }))
  return new Promise<Reply>((resolve) => unanswered.push({ pending, resolve }))
}

/** Cancels a command that has not been sent yet. It never gets a reply. */
const cancel = (pending: PendingCommand): void => {
  unanswered = unanswered.filter((one) => one.pending !== pending)
  useSessionStore.setState((now) => ({ pending: now.pending.filter((one) => one !== pending) }))
}

/** `more`: the storage key, and the server's answers over HTTP. */
export const makeConnection = (more: object): ComponentProps<typeof ConnectionContext>['value'] =>
  ({ send, cancel, ...more }) as unknown as ComponentProps<typeof ConnectionContext>['value']

/** Replies to the oldest command: accepts it, or refuses it for this reason. */
export const reply = async (reason: RefusalReason | null = null): Promise<void> => {
  const first = unanswered.shift()
  if (!first) throw new Error('no command was sent')
  const { pending } = first
  await act(async () => {
    useSessionStore.setState((now) => ({
      pending: now.pending.filter((one) => one !== pending),
      ...(reason === null ? {} : { lastRefusal: { pending, reason } }),
    }))
    first.resolve(reason === null ? { ok: true } : { ok: false, reason })
  })
}
