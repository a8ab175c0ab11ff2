/** One's own statement: written, filed once, filed again, taken back. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import { useEffect } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import type { Pending } from '../../../session/outbox.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { useDraft } from '../use-draft.ts'
import { begun, type Draft, isFiled, isOvertaken, saysTheSame } from './draft.ts'
import { measured } from './measure.ts'

export type Writing = {
  readonly draft: Draft | null
  readonly filing: Pending | undefined
  readonly withdrawing: boolean
  readonly overtaken: boolean
  readonly begin: () => void
  readonly write: (text: string) => void
  readonly discard: () => void
  readonly file: () => void
  /** Mine takes the place of what the other device filed. */
  readonly replace: () => void
  readonly withdraw: () => void
}

export const useStatement = ({ filed, words }: MyStatement): Writing => {
  const { t } = useText()
  const send = useSend()
  const filing = usePending('statements.file')
  const withdrawing = usePending('statements.withdraw') !== undefined
  const [draft, keep] = useDraft()
  const done = draft !== null && filing === undefined && isFiled(draft, filed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has arrived
  useEffect(() => {
    if (!done) return
    keep(null)
    announcements.say(t('statements.filed'), 'statement')
  }, [done])
  const fileOver = (seen: number) => {
    const text = draft?.text ?? ''
    if (filing || measured(text, words).why !== null) return
    if (draft && saysTheSame(draft, filed)) {
      keep(null)
      return
    }
    // The draft stays until the session has it: what waits too long to be sent is not sent any more.
    void send({ type: 'statements.file', data: { text, expectedVersion: seen } })
  }
  return {
    draft: done ? null : draft,
    filing,
    withdrawing,
    overtaken: draft !== null && filing === undefined && isOvertaken(draft, filed),
    begin: () => keep(begun(filed)),
    write: (text) => keep({ text, seen: draft?.seen ?? filed?.version ?? 0 }),
    discard: () => keep(null),
    // Where the other device has taken its own back, there is nothing to write over.
    file: () => fileOver(filed === null ? 0 : (draft?.seen ?? 0)),
    replace: () => {
      keep(draft && { ...draft, seen: filed?.version ?? 0 })
      fileOver(filed?.version ?? 0)
    },
    withdraw: () => {
      if (filed === null) return
      const { text, version } = filed
      void send({ type: 'statements.withdraw', data: { expectedVersion: version } }).then((reply) => {
        // Taken back, it can be written on.
        if (reply.ok) keep({ text, seen: 0 })
      })
    },
  }
}
