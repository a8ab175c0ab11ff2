/** One tap requests the floor with the sentence as the topic. It is shown only if the person can ask now. */

import { isInSession } from '@rostrum/shared/contract/enums'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { maxTopicLength } from '@rostrum/shared/contract/lengths'
import { truncateAtWord } from '@rostrum/shared/kernel/text'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { usePendingRequest } from '../../../widgets/pending-text.tsx'
import { usePromptText } from '../use-prompt.ts'

/** The longest topic of a request, in graphemes. */

export const AskFloorAbout = ({ prompt }: { prompt: PromptView }) => {
  const { t } = useAskedText()
  const { text } = usePromptText(prompt)
  const send = useSend('sense')
  const isSending = usePendingRequest(ordinaryKind) !== undefined
  const canAsk = useView(
    ({ queue, session, myQueue, myFloor }) =>
      isInSession(session.phase) && queue.status.kind !== 'closed' && myQueue.entry === null && myFloor.turn === null,
  )
  if (!canAsk) return null
  const ask = () => void send({ type: 'queue.join', data: { kind: ordinaryKind, topic: truncateAtWord(text, maxTopicLength) } })
  return (
    <Button block icon="hand" disabled={isSending} onClick={ask}>
      {t('sense.askFloor')}
    </Button>
  )
}
