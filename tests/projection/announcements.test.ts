/** What is said to some reaches those it is for, and the staff; every other eye is searched for it, in each snapshot and each difference. */
import { randomBytes } from 'node:crypto'
import { type Addressee, addressees } from '@rostrum/shared/contract/enums'
import type { AnnouncementId, CueId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, diff } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { describe, expect, test } from 'vitest'
import { everybody, personIn, sinceNoon } from '../support/fixtures.ts'
import { calls, commandOf, joins, listOpen, open, type Said, said, stateAfter, turnOf } from '../support/given.ts'

/** Every audience and every person. */
const eyes: readonly string[] = [...audiences, ...everybody.map(({ person }) => person)]
const viewOf = (state: State, eye: string): AnyView => {
  const audience = audiences.find((one) => one === eye)
  return (audience ? projectAudience(state, audience).view : projectPerson(state, personIn(state, eye)).view) as AnyView
}
const whoMeets = (secret: string, start: State, history: readonly Said[]): readonly string[] =>
  eyes.filter((eye) => {
    let state = start
    return history.some((one) => {
      const next = stateAfter([one], state)
      const bytes = JSON.stringify([viewOf(next, eye), diff(viewOf(state, eye), viewOf(next, eye))])
      state = next
      return bytes.includes(secret)
    })
  })

const inRoom = ['gov-1', 'private-1', 'agency-1']
const remote = ['gov-1b', 'gov-2', 'civil-1', 'technical-1', 'guest-1']
const readers: Readonly<Record<Addressee, readonly string[]>> = {
  everyone: ['staff', 'podium', 'public', 'display'],
  room: ['staff', ...inRoom],
  remote: ['staff', ...remote],
  podium: ['staff', 'podium'],
  staff: ['staff'],
  display: ['staff', 'display'],
}
const announces = (to: Addressee, text: string): Said => said('desk', 'cues.announce', { to, text }, { id: 'one' })
const takesDown = said('chair', 'cues.take-down', { announcement: commandOf('one') as string as AnnouncementId })

describe('announcements', () => {
  test.each(addressees)('[V16] for %s: text and existence reach those they are for, and the staff', (to) => {
    const text = `text·${randomBytes(16).toString('hex')}`
    const start = stateAfter(listOpen)
    const history = [announces(to, text), joins('gov-1'), takesDown]
    expect(whoMeets(text, start, history)).toEqual(readers[to])
    expect(whoMeets(commandOf('one'), start, history)).toEqual(readers[to])
  })

  test.each(addressees)('[V16] for %s: nothing at all is sent to anybody else, not when it comes and not when it goes', (to) => {
    const before = stateAfter(listOpen)
    const stands = stateAfter([announces(to, 'Soon')], before)
    const gone = stateAfter([takesDown], stands)
    const told = (from: State, next: State) => eyes.filter((eye) => diff(viewOf(from, eye), viewOf(next, eye)).length > 0)
    expect(told(before, stands)).toEqual(readers[to])
    expect(told(stands, gone)).toEqual(readers[to])
  })

  test('[V16] whom it is for is told to the staff alone; others get the words and since when', () => {
    const state = stateAfter([announces('everyone', 'Soon')], stateAfter(listOpen))
    const words = { id: commandOf('one'), text: 'Soon', at: expect.any(Number) }
    expect(viewOf(state, 'staff')['notices']).toEqual([{ ...words, to: 'everyone' }])
    for (const audience of ['podium', 'public', 'display']) expect(viewOf(state, audience)['notices']).toStrictEqual([words])
    expect(viewOf(stateAfter([announces('room', 'Soon')], stateAfter(listOpen)), 'gov-1')['myNotices']).toStrictEqual([words])
  })

  test('[C7] with the close nothing stands any more', () => {
    const ended = [announces('everyone', 'Soon'), announces('room', 'Soon'), said('chair', 'session.close', {})]
    const state = stateAfter(ended, stateAfter(listOpen))
    for (const audience of audiences) expect(viewOf(state, audience)['notices']).toEqual([])
    expect(viewOf(state, 'gov-1')['myNotices']).toEqual([])
  })
})

describe('the room screen', () => {
  const blankFor = (state: State) => Object.fromEntries(audiences.map((eye) => [eye, projectAudience(state, eye).view.blank]))

  test('[V17] whether it is blank is known to the screen and to those who can show it again', () => {
    const before = stateAfter([open])
    const blank = stateAfter([said('chair', 'cues.blank', {})], before)
    expect(blankFor(before)).toEqual({ staff: false, display: false })
    expect(blankFor(blank)).toEqual({ staff: true, display: true })
    expect(eyes.filter((eye) => diff(viewOf(before, eye), viewOf(blank, eye)).length > 0)).toEqual(['staff', 'display'])
  })

  test('[V17] what is under it goes on and is told meanwhile, so that it is right at once when it is shown again', () => {
    const blank = stateAfter([...listOpen, joins('gov-1'), said('chair', 'cues.blank', {})])
    const called = stateAfter([calls('gov-1')], blank)
    expect(projectAudience(called, 'display').view.floor.current?.speaker?.entity).toBe('Delegation 1')
  })

  test('[C7] with the close it is shown', () =>
    expect(blankFor(stateAfter([open, said('chair', 'cues.blank', {}), said('chair', 'session.close', {})]))).toEqual({
      staff: false,
      display: false,
    }))
})

describe('how far a cue came', () => {
  const turn = turnOf('turn-gov-1')
  const cue = commandOf('first') as string as CueId
  const cued = stateAfter([
    ...listOpen,
    joins('gov-1', 1),
    calls('gov-1', { at: 2 }),
    said('chair', 'cues.give', { turn, cue: 'slower' }, { id: 'first', at: 10 }),
  ])
  const seen = stateAfter([said('gov-1', 'cues.deliver', { cue }, { at: 11 }), said('gov-1', 'cues.see', { cue }, { at: 15 })], cued)
  const cueFor = (audience: Audience) => projectAudience(seen, audience).view.floor.current?.cue

  test('[V15] is told to the staff alone; all others see the cue without its marks', () => {
    expect(cueFor('staff')).toEqual({ id: cue, kind: 'slower', at: sinceNoon(10), delivered: sinceNoon(11), seen: sinceNoon(15) })
    for (const audience of ['podium', 'public', 'display'] as const)
      expect(cueFor(audience)).toEqual({ id: cue, kind: 'slower', at: sinceNoon(10), delivered: null, seen: null })
  })

  test('[V15] the marks make no difference for anybody else', () =>
    expect(eyes.filter((eye) => diff(viewOf(cued, eye), viewOf(seen, eye)).length > 0)).toEqual(['staff']))
})
