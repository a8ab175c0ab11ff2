/** Whether the Chair has opened or closed the questions. The choice stays on this device, so that it holds after a reload. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useDeviceDraft } from '../../widgets/use-device-draft.ts'
import { useOpenQuestions } from './use-open-questions.ts'

/** `known`: the open questions of the moment at which the Chair chose. */
type SideChoice = { readonly isShown: boolean; readonly known: readonly string[] }
const none: SideChoice | null = null

const parse = (stored: unknown): SideChoice | null => {
  const { isShown, known } = (stored ?? {}) as Partial<Record<keyof SideChoice, unknown>>
  const isList = Array.isArray(known) && known.every((id) => typeof id === 'string')
  return typeof isShown === 'boolean' && isList ? { isShown, known } : null
}

type Side = {
  /** Null until the Chair has chosen. */
  readonly isChosen: boolean | null
  readonly choose: (isShown: boolean) => void
  /** How many questions have come since the Chair closed them. */
  readonly newCount: number
}

export const useSideChoice = (): Side => {
  const open: readonly QuestionId[] = useOpenQuestions()
  const [choice, change] = useDeviceDraft<SideChoice | null>('questions-shown', none, parse)
  return {
    isChosen: choice?.isShown ?? null,
    choose: (isShown) => change(() => ({ isShown, known: open })),
    newCount: choice === null || choice.isShown ? 0 : open.filter((id) => !choice.known.includes(id)).length,
  }
}
