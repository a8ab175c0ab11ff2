/** The last steps in words, and the one that can be undone. */
import type { StepId } from '@rostrum/shared/contract/ids'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { formatStep } from './step-text.ts'

export type ListedStep = { readonly id: StepId; readonly text: string }

/** `steps`: the latest first. `undone`: the step that was undone last, until another step is taken. */
export const useSteps = (): { steps: readonly ListedStep[]; undone: string | null } => {
  const { t } = useText()
  const steps = useView((view) => view.steps)
  const names = {
    questions: useView(({ questions }) => questions),
    session: useView(({ session }) => session),
    plan: useView(({ plan }) => plan),
  }
  return {
    steps: (steps?.taken ?? []).map((step) => ({ id: step.id, text: formatStep(t, step, names) })).reverse(),
    undone: steps?.undone ? t('step.undone', { step: formatStep(t, steps.undone, names) }) : null,
  }
}

/** Null while there is nothing to undo, or while an undo is pending. */
export const useUndo = (): (() => void) | null => {
  const send = useSend('controls')
  const lastStep = useView(({ steps }) => steps?.taken.at(-1)?.id)
  const open = useView(({ session }) => session.phase === 'open' || session.phase === 'suspended')
  const pending = usePending('steps.undo')
  return lastStep === undefined || !open || pending ? null : () => void send({ type: 'steps.undo', data: { step: lastStep } })
}
