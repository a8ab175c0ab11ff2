/** given(what was said).when(a command, by).then(its events) · .thenRefused(why) · .thenNothing() */

import type { CommandId, EntryId, PersonId, QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType, Event, State } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import { decide, evolveAll } from '@rostrum/shared/domain/decider'
import { between, type Instant, plus, seconds } from '@rostrum/shared/kernel/time'
import { expect } from 'vitest'
import { founded, noon, sinceNoon } from './fixtures.ts'

/** Short names for ids, as long as the real ones: what a command makes is called by the command's name. */
const idOf = (name: string) => name.padEnd(22, '-')
export const entryOf = (name: string) => idOf(name) as EntryId
export const turnOf = (name: string) => idOf(name) as TurnId
export const questionOf = (name: string) => idOf(name) as QuestionId
export const commandOf = (name: string) => idOf(name) as CommandId

export type Said = {
  readonly [C in CommandType]: {
    readonly by: string
    readonly type: C
    readonly data: CommandData<C>
    readonly id: string
    readonly at: number | null
  }
}[CommandType]
type Manner = {
  /** Names what the command makes. */ readonly id?: string /** Seconds after noon; otherwise a second after the one before. */
  readonly at?: number
}

let unnamed = 0
export const said = <C extends CommandType>(by: string, type: C, data: CommandData<C>, { id, at }: Manner = {}): Said =>
  ({ by, type, data, id: id ?? `unnamed-${unnamed++}`, at: at ?? null }) as Said

const actorOf = (by: string) => ({ person: by as PersonId | 'system' })
const answerTo = (state: State, { by, type, data, id }: Said, at: Instant) =>
  decide(state, { type, data } as never, { actor: actorOf(by), at, id: commandOf(id) })

/** The state after all that was said, each of which must have been accepted, and the time of the last. */
const told = (start: State, history: readonly (Said | Event)[]): { readonly state: State; readonly at: Instant } =>
  history.reduce<{ state: State; at: Instant }>(
    ({ state, at }, one) => {
      if (!('by' in one)) return { state: evolveAll(state, [one], at), at }
      const now = one.at === null ? plus(at, seconds(1)) : sinceNoon(one.at)
      const decision = answerTo(state, one, now)
      if (!decision.ok) throw new Error(`${one.type} by ${one.by} in the history was refused: ${decision.why}`)
      return { state: evolveAll(state, decision.events, now), at: now }
    },
    { state: start, at: noon },
  )

export const stateAfter = (history: readonly (Said | Event)[], start: State = founded()): State => told(start, history).state

export const open = said('chair', 'session.open', {})
export const listOpen: readonly Said[] = [open, said('chair', 'queue.open', {})]
export const joins = (by: string, at?: number): Said =>
  said(by, 'queue.join', { kind: 'intervention', topic: null }, { id: by, ...(at === undefined ? {} : { at }) })
export const raises = (by: string): Said => said(by, 'queue.join', { kind: 'point-of-order', topic: null }, { id: `${by}-point` })
/** The chair calls the first of the line, or another of it, as the state has it. */
export const calls = (who: string, expected: { current?: string | null; next?: string | null; at?: number } = {}): Said =>
  said(
    'chair',
    'floor.call',
    {
      entry: entryOf(who),
      expectedCurrent: expected.current ? turnOf(expected.current) : null,
      expectedNext: expected.next === null ? null : entryOf(expected.next ?? who),
    },
    { id: `turn-${who}`, ...(expected.at === undefined ? {} : { at: expected.at }) },
  )
export const asks = (by: string, text = 'Why?', id = `${by}-asks`): Said => said(by, 'questions.ask', { text, receipt: null }, { id })
/** A secret of the device of whoever asks. */
export const receiptOf = (name: string): string => `receipt-${name}`.padEnd(22, '-')
export const asksUnnamed = (by: string, text = 'Why?', id = `${by}-asks`): Said =>
  said(by, 'questions.ask', { text, receipt: receiptOf(by) }, { id })
export const approves = (id: string): Said => said('desk', 'questions.approve', { question: questionOf(id) })

export const given = (history: readonly (Said | Event)[], start: State = founded()) => ({
  /** As it is then, for tests that look at the state alone. */
  thenSo: (): State => told(start, history).state,
  when: <C extends CommandType>(type: C, data: CommandData<C>, by: string, manner: Manner = {}) => {
    const { state, at } = told(start, history)
    const now = manner.at === undefined ? plus(at, seconds(1)) : sinceNoon(manner.at)
    const decision = answerTo(state, said(by, type, data, { id: 'now', ...manner }), now)
    return {
      /** These events and no others, beside the record of the step; gives the state that they lead to. */
      then: (events: readonly unknown[]): State => {
        const made = decision.ok ? { ok: true, events: decision.events.filter(({ type }) => type !== 'steps.taken') } : decision
        expect(made).toEqual({ ok: true, events })
        return evolveAll(state, decision.ok ? decision.events : [], now)
      },
      /** Accepted; for tests that look at the state alone. */
      thenState: (): State => {
        expect(decision).toMatchObject({ ok: true })
        return evolveAll(state, decision.ok ? decision.events : [], now)
      },
      thenRefused: (why: Rejection): void => expect(decision).toEqual({ ok: false, why }),
      thenNothing: (): void => expect(decision).toEqual({ ok: true, events: [] }),
      elapsed: between(noon, now),
    }
  },
})
