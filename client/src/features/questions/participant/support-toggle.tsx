/** Support as a toggle: the count is the session's, also while a press is on its way; nobody supports their own. */
import { meets } from '@rostrum/shared/contract/enums'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useScreen } from '../../../session/store.ts'
import { questionLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { SupportButton } from '../../../ui/support-button.tsx'
import type { Listed } from '../question-lists.ts'
import { useReceipts } from './use-receipts.ts'

export const SupportToggle = ({ row: { id, number, status, support } }: { row: Listed }) => {
  const { t } = useText()
  const send = useSend()
  const { kept } = useReceipts()
  const asked = useView(({ myQuestions }) => myQuestions.some((mine) => mine.id === id))
  const supported = useView(({ mySupports }) => mySupports.includes(id))
  const over = useView(({ session }) => !meets(session.phase))
  const standing = useScreen(
    ({ pending }) =>
      pending.find(
        ({ envelope }) =>
          (envelope.type === 'questions.support' || envelope.type === 'questions.unsupport') && envelope.data.question === id,
      )?.standing,
  )
  const own = asked || kept.some((one) => one.id === id)
  const settled = status === 'answered' || status === 'not-reached'
  const count = { number: questionLabel(t, number), n: support.total }
  const label = t(own ? 'questions.supportOwn' : 'questions.supportButton', count)
  const sending = standing === undefined ? null : t(standing === 'waiting' ? 'app.waiting' : 'app.sending')
  return (
    <SupportButton
      count={support.total}
      label={sending === null ? label : `${label}. ${sending}`}
      pressed={supported}
      sending={sending !== null}
      disabled={own || over || settled}
      onPress={() => {
        if (sending === null) void send({ type: supported ? 'questions.unsupport' : 'questions.support', data: { question: id } })
      }}
    />
  )
}
