/** A participant's own statement: write it, file it, replace it, withdraw it. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import { useEffect } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { useOwnText } from '../../../widgets/own-text.ts'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'
import { hasConflict, isFiled, isSameText, parseStatementDraft, type StatementDraft, startStatement } from './draft.ts'
import { measureStatement } from './measure.ts'

export type StatementEditor = {
  readonly draft: StatementDraft | null
  /** The draft is the text that I wrote to read out. Nobody else has it. */
  readonly isOwnText: boolean
  readonly pendingCommand: PendingCommand | undefined
  readonly withdrawing: boolean
  readonly hasConflict: boolean
  readonly begin: () => void
  readonly write: (text: string) => void
  readonly discard: () => void
  readonly submit: () => void
  /** Replaces the text that the other device filed with mine. */
  readonly replace: () => void
  readonly withdraw: () => void
}

export const useStatement = ({ filed, words, invited }: MyStatement): StatementEditor => {
  const { t } = useAskedText()
  const send = useSend('statement')
  const pendingCommand = usePending('statements.submit')
  const withdrawing = usePending('statements.withdraw') !== undefined
  const [draft, changeDraft] = useDeviceDraft<StatementDraft | null>('statement', null, parseStatementDraft)
  const setDraft = (next: StatementDraft | null) => changeDraft(() => next)
  const [ownText, writeOwnText] = useOwnText()
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const offered = draft === null && filed === null && invited && ownText !== '' ? { text: ownText, seen: 0 } : null
  const isSubmitted = draft !== null && pendingCommand === undefined && isFiled(draft, filed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the session has stored it
  useEffect(() => {
    if (!isSubmitted) return
    setDraft(null)
    screenReader.say(t('statements.filed'), 'statement')
  }, [isSubmitted])
  const submitOver = (seen: number) => {
    const text = (draft ?? offered)?.text ?? ''
    if (pendingCommand || measureStatement(text, words).reason !== null) return
    if (draft && isSameText(draft, filed)) {
      setDraft(null)
      return
    }
    if (offered) setDraft(offered)
    // The draft stays until the session has it, because a command that waits too long is dropped.
    void send({ type: 'statements.submit', data: { text, expectedVersion: seen } })
  }
  return {
    draft: isSubmitted ? null : (draft ?? offered),
    isOwnText: offered !== null,
    pendingCommand,
    withdrawing,
    hasConflict: draft !== null && pendingCommand === undefined && hasConflict(draft, filed),
    begin: () => setDraft(startStatement(filed)),
    write: (text) => {
      setDraft({ text, seen: draft?.seen ?? filed?.version ?? 0 })
      if (isClosed && text === '') writeOwnText('')
    },
    discard: () => setDraft(null),
    // If the other device has withdrawn its text, there is nothing to overwrite.
    submit: () => submitOver(filed === null ? 0 : (draft?.seen ?? 0)),
    replace: () => {
      setDraft(draft && { ...draft, seen: filed?.version ?? 0 })
      submitOver(filed?.version ?? 0)
    },
    withdraw: () => {
      if (filed === null) return
      const { text, version } = filed
      void send({ type: 'statements.withdraw', data: { expectedVersion: version } }).then((reply) => {
        // After a withdrawal the text can be edited further.
        if (reply.ok) setDraft({ text, seen: 0 })
      })
    },
  }
}
