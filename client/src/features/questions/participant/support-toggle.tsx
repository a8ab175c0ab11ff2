/** Support as a toggle. The count is always the session's, even while a press is pending. Nobody can support their own question. */

import { isInSession } from '@rostrum/shared/contract/enums'
import { isSupportable } from '@rostrum/shared/contract/question-statuses'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { joinParts } from '../../../text/join-texts.ts'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { SupportButton } from '../../../ui/support-button.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import { useReceipts } from './use-receipts.ts'

export const SupportToggle = ({ row }: { row: ListedQuestion }) => {
  const { id, number, support } = row
  const { t } = useAskedText()
  const send = useSend('question-list')
  const { kept } = useReceipts()
  const askedByMe = useView(({ myQuestions }) => myQuestions.some((mine) => mine.id === id))
  const supported = useView(({ mySupports }) => mySupports.includes(id))
  const over = useView(({ session }) => !isInSession(session.phase))
  const pendingStatus = useSessionStore(
    ({ pending }) =>
      pending.find(
        ({ envelope }) =>
          (envelope.type === 'questions.support' || envelope.type === 'questions.unsupport') && envelope.data.question === id,
      )?.status,
  )
  const isOwn = askedByMe || kept.some((one) => one.id === id)
  const count = { number: formatQuestionLabel(t, number), n: support.total }
  const label = t(isOwn ? 'questions.supportOwn' : 'questions.supportButton', count)
  const sending = pendingStatus === undefined ? null : t(pendingStatus === 'waiting' ? 'app.waiting' : 'app.sending')
  return (
    <SupportButton
      count={support.total}
      label={joinParts(t, [label, sending])}
      pressed={supported}
      sending={sending !== null}
      disabled={isOwn || over || !isSupportable(row)}
      onPress={() => {
        if (sending === null) void send({ type: supported ? 'questions.unsupport' : 'questions.support', data: { question: id } })
      }}
    />
  )
}
