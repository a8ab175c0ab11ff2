/** The last steps in words, and the one that can be taken back. */
import type { StepId } from '@rostrum/shared/contract/ids'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { actWords } from './step-text.ts'

export type Act = { readonly id: StepId; readonly words: string }

/** `taken`: the latest first. `undone`: what was taken back last, until something else is done. */
export const useActs = (): { taken: readonly Act[]; undone: string | null } => {
  const { t } = useText()
  const steps = useView((view) => view.steps)
  const seen = {
    questions: useView(({ questions }) => questions),
    session: useView(({ session }) => session),
    plan: useView(({ plan }) => plan),
  }
  return {
    taken: (steps?.taken ?? []).map((step) => ({ id: step.id, words: actWords(t, step, seen) })).reverse(),
    undone: steps?.undone ? t('step.undone', { step: actWords(t, steps.undone, seen) }) : null,
  }
}

/** Null while there is nothing to take back, or it is on its way. */
export const useUndo = (): (() => void) | null => {
  const send = useSend()
  const last = useView(({ steps }) => steps?.taken.at(-1)?.id)
  const open = useView(({ session }) => session.phase === 'open' || session.phase === 'suspended')
  const pending = usePending('steps.undo')
  return last === undefined || !open || pending ? null : () => void send({ type: 'steps.undo', data: { step: last } })
}
