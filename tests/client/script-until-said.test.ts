/** The sentences of the Chair that stay until they are said: a new limit, and the end of a suspension. */
import { getScript } from '@rostrum/client/features/script/script'
import type { ScriptView } from '@rostrum/client/features/script/script-types'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience } from '@rostrum/shared/projection/project'
import type { View } from '@rostrum/shared/projection/registry'
import { expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toTurnId } from '../support/given.ts'
import { scriptPeople } from '../support/script-people.ts'
import { scriptStates } from '../support/script-states.ts'

const getStaffView = (state: State): ScriptView => projectAudience(state, 'staff').view as View
const keyOf = (state: string) => {
  const { history, at } = scriptStates.find(({ name }) => name === state) ?? { history: [], at: 0 }
  return getScript(getStaffView(replay(history, createState(plan, scriptPeople))), afterNoon(at)).key
}

test('[F107] a new limit is announced until the next call, whatever is pressed before that and however long it takes', () => {
  const limit = command(
    'chair',
    'floor.set-limit',
    { scope: { kind: 'everyone' }, limit: 120_000 as never, expectedLimit: 180_000 as never },
    { at: 10 },
  )
  const turn = toTurnId('turn-gov-1')
  const [start, more, end] = [
    command('chair', 'floor.start', { turn }, { at: 5 }),
    command('chair', 'floor.extend', { turn, by: 30_000 as never }, { at: 20 }),
    command('chair', 'floor.end', { turn }, { at: 120 }),
  ]
  const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
  const read = (history: Parameters<typeof replay>[0], at: number) => getScript(getStaffView(replay(history)), afterNoon(at)).key
  const speaks = [...waiting, call('gov-1'), start, limit]
  expect(read([...waiting, limit], 500)).toBe('script.say.newLimit')
  const closed = [...waiting, limit, command('chair', 'queue.close', {}, { at: 20 })]
  expect([25, 60].map((at) => read(closed, at))).toEqual(['script.say.listClosedWaiting', 'script.say.newLimit'])
  expect(read(speaks, 90)).toBe('script.say.thanksNewLimit')
  expect(read([...speaks, more], 25)).toBe('script.say.moreTime')
  expect(read([...speaks, more], 60)).toBe('script.say.thanksNewLimit')
  expect(read([...speaks, more, end], 300)).toBe('script.say.thanksNewLimit')
  expect(read([...speaks, end, call('civil-1')], 300)).toBe('script.say.call')
})

test('[F108] after a suspension it is said that the meeting is resumed, also where somebody is called, a point waits or a ruling is due', () => {
  expect(keyOf('resumed')).toBe('script.say.resumed')
  expect(keyOf('resumed while somebody speaks')).toBe('script.say.resumedSpeaker')
  expect(keyOf('resumed while somebody is called')).toBe('script.say.resumed')
  expect(keyOf('resumed while a point of order waits')).toBe('script.say.resumed')
  expect(keyOf('resumed while a ruling is due')).toBe('script.say.resumed')
})

test('[F113, F114] two who have changed places are both named, and a limit that is taken back has a sentence until the next step', () => {
  expect(keyOf('two have changed places')).toBe('script.say.swapped')
  expect(keyOf('a limit is taken back after its announcement')).toBe('script.say.limitStays')
})

test('[F115] a last call has its sentence while somebody is called and while people wait, and the call comes back after it', () => {
  expect(keyOf('a last call while somebody is called')).toBe('script.say.lastCall')
  expect(keyOf('the same, half a minute later')).toBe('script.say.callThen')
  expect(keyOf('a last call while two wait')).toBe('script.say.lastCall')
})
