/** given(history).when(command, data, by).then(events) · .thenState() · .thenRefused(reason) · .thenNothing() */

import type { CommandId, EntryId, PersonId, QuestionId, StepId, TurnId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType, Event, State } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { addMillis, elapsed, type Instant, seconds } from '@rostrum/shared/kernel/time'
import { expect } from 'vitest'
import { afterNoon, createState, noon } from './fixtures.ts'

/** Short names, padded to the length of real ids. A thing gets the id of the command that created it. */
const padId = (name: string) => name.padEnd(22, '-')
export const toEntryId = (name: string) => padId(name) as EntryId
export const toTurnId = (name: string) => padId(name) as TurnId
export const toQuestionId = (name: string) => padId(name) as QuestionId
export const toCommandId = (name: string) => padId(name) as CommandId
export const toStepId = (name: string) => padId(name) as StepId

export type SentCommand = {
  readonly [C in CommandType]: {
    readonly by: string
    readonly type: C
    readonly data: CommandData<C>
    readonly id: string
    readonly at: number | null
  }
}[CommandType]
type SendOptions = {
  /** The command's id, which is also the id of the thing it creates. */
  readonly id?: string
  /** Seconds after noon. The default is one second after the previous command. */
  readonly at?: number
}

let unnamed = 0
export const command = <C extends CommandType>(by: string, type: C, data: CommandData<C>, { id, at }: SendOptions = {}): SentCommand =>
  ({ by, type, data, id: id ?? `unnamed-${unnamed++}`, at: at ?? null }) as SentCommand

const toActor = (by: string) => ({ person: by as PersonId | 'system' })
export const decideCommand = (state: State, { by, type, data, id }: SentCommand, at: Instant) =>
  decide(state, { type, data } as never, { actor: toActor(by), at, id: toCommandId(id) })

/** Returns the state after the whole history, and the time of its last command. Throws if a command is refused. */
const replayWithTime = (start: State, history: readonly (SentCommand | Event)[]): { readonly state: State; readonly at: Instant } =>
  history.reduce<{ state: State; at: Instant }>(
    ({ state, at }, one) => {
      if (!('by' in one)) return { state: evolveAll(state, [one], at), at }
      const now = one.at === null ? addMillis(at, seconds(1)) : afterNoon(one.at)
      const decision = decideCommand(state, one, now)
      if (!decision.ok) throw new Error(`${one.type} by ${one.by} in the history was refused: ${decision.reason}`)
      return { state: evolveAll(state, decision.events, now), at: now }
    },
    { state: start, at: noon },
  )

export const replay = (history: readonly (SentCommand | Event)[], start: State = createState()): State =>
  replayWithTime(start, history).state

export const openSession = command('chair', 'session.open', {})
export const queueOpen: readonly SentCommand[] = [openSession, command('chair', 'queue.open', {})]
export const join = (by: string, at?: number): SentCommand =>
  command(by, 'queue.join', { kind: 'intervention', topic: null }, { id: by, ...(at === undefined ? {} : { at }) })
export const raisePoint = (by: string): SentCommand =>
  command(by, 'queue.join', { kind: 'point-of-order', topic: null }, { id: `${by}-point` })
/** Makes a call of `who` by the Chair. By default the command expects that `who` is next and that nobody has the floor. */
export const call = (who: string, expected: { current?: string | null; next?: string | null; at?: number } = {}): SentCommand =>
  command(
    'chair',
    'floor.call',
    {
      entry: toEntryId(who),
      expectedCurrent: expected.current ? toTurnId(expected.current) : null,
      expectedNext: expected.next === null ? null : toEntryId(expected.next ?? who),
    },
    { id: `turn-${who}`, ...(expected.at === undefined ? {} : { at: expected.at }) },
  )
export const ask = (by: string, text = 'Why?', id = `${by}-asks`): SentCommand =>
  command(by, 'questions.ask', { text, receipt: null }, { id })
/** Makes the secret that the author's device keeps. */
export const toReceipt = (name: string): string => `receipt-${name}`.padEnd(22, '-')
export const askAnonymously = (by: string, text = 'Why?', id = `${by}-asks`): SentCommand =>
  command(by, 'questions.ask', { text, receipt: toReceipt(by) }, { id })
export const approve = (id: string): SentCommand => command('desk', 'questions.approve', { question: toQuestionId(id) })

export const given = (history: readonly (SentCommand | Event)[], start: State = createState()) => ({
  /** Returns the state after the history, for tests that check only the state. */
  getState: (): State => replayWithTime(start, history).state,
  when: <C extends CommandType>(type: C, data: CommandData<C>, by: string, options: SendOptions = {}) => {
    const { state, at } = replayWithTime(start, history)
    const now = options.at === undefined ? addMillis(at, seconds(1)) : afterNoon(options.at)
    const decision = decideCommand(state, command(by, type, data, { id: 'now', ...options }), now)
    return {
      /** Expects exactly these events, apart from the event that records the step. Returns the resulting state. */
      then: (events: readonly unknown[]): State => {
        const made = decision.ok ? { ok: true, events: decision.events.filter(({ type }) => type !== 'steps.taken') } : decision
        expect(made).toEqual({ ok: true, events })
        return evolveAll(state, decision.ok ? decision.events : [], now)
      },
      /** Expects that the command is accepted. For tests that check only the resulting state. */
      thenState: (): State => {
        expect(decision).toMatchObject({ ok: true })
        return evolveAll(state, decision.ok ? decision.events : [], now)
      },
      thenRefused: (reason: Rejection): void => expect(decision).toEqual({ ok: false, reason }),
      thenNothing: (): void => expect(decision).toEqual({ ok: true, events: [] }),
      elapsed: elapsed(noon, now),
    }
  },
})
