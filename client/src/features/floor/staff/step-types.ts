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
  'floor.call',
  'floor.call-last',
  'floor.give',
  'floor.start',
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

export type NextStep = {
  readonly id: 'open' | 'resume' | 'record' | 'start' | 'call' | 'end' | 'recognize' | 'open-list' | 'go' | 'give' | 'close'
  readonly verb: string
  readonly object?: string | undefined
  readonly icon: IconName
  /** The command that a press sends. Absent if the step opens a dialog. */
  readonly command?: NextCommand
  readonly opens?: StepDialog
  /** True in a closed session, where only the record is left to read. */
  readonly over?: true
}

export type NextStepView = Pick<View, 'session' | 'entries' | 'queue' | 'plan' | 'progress' | 'presence'> & {
  readonly floor: Pick<View['floor'], 'current' | 'interrupted'>
} & {
  readonly [Part in 'pointsOfOrder' | 'panellists' | 'pastTurns' | 'intention']?: View[Part] | undefined
}

/** `others`: the other steps, the likeliest first. */
export type StepChoices = { readonly main: NextStep; readonly others: readonly NextStep[] }
