/** Acts on the turn that are rarer than the controls: call somebody else than the called speaker, and have a question answered in writing. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { StepEntry } from './use-step-entries.ts'

export const useRareEntries = (onCallOther: () => void): readonly StepEntry[] => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const disabled = usePending('questions.mark-answered') !== undefined
  const question = current?.question
  const callOther = { id: 'call-other', label: t('control.callOther'), disabled: false, act: onCallOther }
  const inWriting = {
    id: 'in-writing',
    label: t('control.answerInWriting'),
    disabled,
    act: () => {
      if (question) void send({ type: 'questions.mark-answered', data: { question, answer: 'in-writing' } })
    },
  }
  if (question) return [inWriting]
  return current !== null && !interrupts(current.kind) && current.startedAt === null ? [callOther] : []
}
