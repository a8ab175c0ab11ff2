/** The next steps and the data that decides them. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Command, CommandType } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import type { IconName } from '../../../ui/icon-paths.ts'

/** Commands that change the next action, wherever on the page they were sent. The next action waits for their replies. */
const nextCommandTypes = [
  'session.open',
  'session.suspend',
  'session.resume',
  'session.close',
  'agenda.go',
  'queue.open',
  'queue.last-call',
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.start',
  'floor.resume',
  'floor.end',
  'floor.mark-absent',
  'floor.recognize',
  'floor.intend',
  'questions.show',
  'questions.unshow',
  'questions.mark-answered',
  'steps.undo',
] as const satisfies readonly CommandType[]
type NextCommand = Extract<Command, { readonly type: (typeof nextCommandTypes)[number] }>

export const isNextCommand = ({ type }: Pick<Command, 'type'>): boolean => nextCommandTypes.some((one) => one === type)

/** The dialog of a step that needs a choice or shows its consequences first. */
export type StepDialog =
  | { readonly kind: 'close' }
  | { readonly kind: 'open' }
  | { readonly kind: 'give'; readonly from: 'panel' | 'anybody' }
  | { readonly kind: 'go'; readonly to: SegmentId }

/** No two steps that are offered together have the same id. */
type NextStepId =
  | 'open'
  | 'resume'
  | 'record'
  | 'start'
  | 'continue'
  | 'call'
  | 'end'
  | 'recognize'
  | 'question'
  | 'open-list'
  | 'last-call'
  | `go-${SegmentId}`
  | 'give-panel'
  | 'give-anybody'
  | 'close'

export type NextStep = {
  readonly id: NextStepId
  readonly verb: string
  readonly object?: string | undefined
  readonly icon: IconName
  /** The command that a press sends. Absent if the step opens a dialog. */
  readonly command?: NextCommand
  readonly opens?: StepDialog
  /** True in a closed session, where only the record is left to read. */
  readonly over?: true
}

/** Everything that a press on the step does, to tell one step from another. */
export const describeStep = ({ id, verb, command, opens }: NextStep): string => JSON.stringify([id, verb, command?.data, opens])

export type NextStepView = Pick<View, 'session' | 'entries' | 'queue' | 'questions' | 'answering' | 'plan' | 'progress' | 'presence'> & {
  readonly floor: Pick<View['floor'], 'current' | 'interrupted'>
} & {
  readonly [Part in 'pointsOfOrder' | 'panellists' | 'pastTurns' | 'intention' | 'steps']?: View[Part] | undefined
}

/** `others`: the other steps, the likeliest first. */
export type StepChoices = { readonly main: NextStep; readonly others: readonly NextStep[] }
