/** The last steps in words, and the one that can be undone. */
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { StepId } from '@rostrum/shared/contract/ids'
import { endsOwnPhase, isTooLateToUndo } from '@rostrum/shared/contract/undoing'
import type { Instant } from '@rostrum/shared/kernel/time'
import { computeUsed } from '@rostrum/shared/projection/floor/clock'
import type { StepSummaryView, StepView } from '@rostrum/shared/projection/steps'
import { useMadeNow, useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
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
    const who = step.by === mine ? '' : getOfficer(step.by, 'by')
    // A speaker who ends their own turn is no officer, and is in the text already.
    return who === '' ? text : t('step.byOther', { step: text, who })
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

type Undo = { readonly step: StepId; readonly isSending: boolean; readonly secondsLeft: number | null; readonly act: () => void }

/**
 * Null while there is nothing to undo. In a suspended session only the suspension can be undone, and in a closed one the close, for a
 * minute by the person who closed it. The opening can be undone until somebody has had the floor, and a start until the speech is under way.
 * A step that a person has answered stays.
 */
export const useUndo = (): Undo | null => {
  const send = useSend('controls')
  const last = useView(({ steps, finalStep }) => steps?.slice(-1).find(({ id }) => id !== finalStep))
  const { phase, closedAt } = useView(({ session }) => session)
  const mine = useView(({ me }) => me.id)
  const isSending = usePending('steps.undo') !== undefined
  const finalAt = closedAt !== null && last && endsOwnPhase(last, { phase, closedAt }, mine, closedAt) ? getCloseFinalAt(closedAt) : null
  const left = useSecondsUntil(finalAt)
  const canUndo = useMadeNow(1000, ({ floor: { current }, pastTurns }, now) => {
    const progress = {
      used: current && computeUsed(current, now),
      hasBeenHeard: current !== null || Object.keys(pastTurns ?? {}).length > 0,
    }
    if (!last || isTooLateToUndo(last, progress)) return false
    return phase === 'open' || endsOwnPhase(last, { phase, closedAt }, mine, now)
  })
  if (!last || !canUndo) return null
  return { step: last.id, isSending, secondsLeft: left, act: () => void send({ type: 'steps.undo', data: { step: last.id } }) }
}

const useSecondsUntil = (at: Instant | null): number | null => {
  const now = useNow(1000)
  return at === null ? null : Math.max(0, Math.ceil((at - now) / 1000))
}
