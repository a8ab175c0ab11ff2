/** A line on which the session answers when the test says so, and not before. */
import type { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import type { Pending } from '@rostrum/client/session/outbox'
import { useScreen } from '@rostrum/client/session/store'
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Refusal } from '@rostrum/shared/protocol/messages'
import { act } from '@testing-library/react'
import type { ComponentProps } from 'react'

type Reply = { readonly ok: true } | { readonly ok: false; readonly why: Refusal }
let waiting: { readonly pending: Pending; readonly answer: (reply: Reply) => void }[] = []
/** What was pressed, in order. */
export let sent: Command[] = []

export const nothingSent = (): void => {
  sent = []
  waiting = []
}

const send = (command: Command): Promise<Reply> => {
  sent.push(command)
  const id = `sent-${sent.length}` as CommandId
  const standing = useScreen.getState().line.kind === 'live' ? 'sending' : 'waiting'
  const pending = { envelope: { id, ...command }, pressedAt: 0, standing } as Pending
  useScreen.setState((now) => ({ pending: [...now.pending, pending], refused: null }))
  return new Promise<Reply>((answer) => waiting.push({ pending, answer }))
}

/** Takes back what has not been sent: nobody is ever answered. */
const cancel = (pending: Pending): void => {
  waiting = waiting.filter((one) => one.pending !== pending)
  useScreen.setState((now) => ({ pending: now.pending.filter((one) => one !== pending) }))
}

/** `more`: the place, and what the server's doors answer. */
export const lineOf = (more: object): ComponentProps<typeof ConnectionContext>['value'] =>
  ({ send, cancel, ...more }) as unknown as ComponentProps<typeof ConnectionContext>['value']

/** The session answers the oldest press. */
export const answer = async (why: Refusal | null = null): Promise<void> => {
  const first = waiting.shift()
  if (!first) throw new Error('nothing was pressed')
  const { pending } = first
  await act(async () => {
    useScreen.setState((now) => ({
      pending: now.pending.filter((one) => one !== pending),
      ...(why === null ? {} : { refused: { pending, why } }),
    }))
    first.answer(why === null ? { ok: true } : { ok: false, why })
  })
}
