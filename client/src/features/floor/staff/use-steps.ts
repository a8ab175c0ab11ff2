/** The last steps in words, and the one that can be undone. */
import type { StepId } from '@rostrum/shared/contract/ids'
import type { StepSummaryView, StepView } from '@rostrum/shared/projection/steps'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { useOfficerName } from '../../../widgets/officers.ts'
import { formatStep, formatUndo } from './step-text.ts'

type ListedStep = { readonly id: StepId; readonly text: string }

type Steps = {
  /** The last steps, the latest first, up to the requested number. */
  readonly steps: readonly ListedStep[]
  /** The step that was undone last, until another step is taken. */
  readonly undone: string | null
  /** The name of the button that undoes the latest step. */
  readonly undoText: string | null
}

const noSteps: readonly StepView[] = []

export const useSteps = (most = Number.POSITIVE_INFINITY): Steps => {
  const { t } = useText()
  const steps = useView((view) => view.steps ?? noSteps)
  const undone = useView((view) => view.undoneStep)
  const mine = useView(({ me }) => me.id)
  const getOfficer = useOfficerName()
  const names = {
    questions: useView(({ questions }) => questions),
    session: useView(({ session }) => session),
    plan: useView(({ plan }) => plan),
  }
  const last = steps.at(-1)
  /** Formats a step, and names the officer if another one took it. */
  const formatListed = (step: StepSummaryView & Partial<StepView>): string => {
    const text = formatStep(t, step, names)
    return step.by === mine ? text : t('step.byOther', { step: text, who: getOfficer(step.by, 'by') })
  }
  return {
    steps: [...steps]
      .reverse()
      .slice(0, most)
      .map((step) => ({ id: step.id, text: formatListed(step) })),
    undoText: last ? formatUndo(t, last) : null,
    undone: undone ? t('step.undone', { step: formatListed(undone) }) : null,
  }
}

/** Null while there is nothing to undo, or while an undo is pending. In a suspended session only the suspension can be undone. */
export const useUndo = (): (() => void) | null => {
  const send = useSend('controls')
  const lastStep = useView(({ steps }) => steps?.at(-1))
  const phase = useView(({ session }) => session.phase)
  const pending = usePending('steps.undo')
  const canUndo = phase === 'open' || (phase === 'suspended' && lastStep?.commandType === 'session.suspend')
  return !lastStep || !canUndo || pending ? null : () => void send({ type: 'steps.undo', data: { step: lastStep.id } })
}
