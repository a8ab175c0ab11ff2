import type { AnnouncementId, CueId, PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cuesDecide } from '@rostrum/shared/domain/cues/decide'
import { describe, expect, test } from 'vitest'
import { founded, sinceNoon } from '../support/fixtures.ts'
import { calls, commandOf, entryOf, given, joins, listOpen, open, raises, type Said, said, stateAfter, turnOf } from '../support/given.ts'

const turn = turnOf('turn-gov-1')
const cueOf = (name: string) => commandOf(name) as string as CueId
const speaking = [...listOpen, joins('gov-1', 1), calls('gov-1', { at: 2 })]
const gives = (name: string, at: number): Said => said('chair', 'cues.give', { turn, cue: 'conclude' }, { id: name, at })
const cued = [...speaking, gives('first', 10)]
const first = { cue: cueOf('first') }
const suspended = [open, said('chair', 'session.suspend', {})]
const closed = [open, said('chair', 'session.close', {})]

describe('cues to the speaker', () => {
  test('[C1] a cue goes to the turn that has the floor', () => {
    const state = given(speaking)
      .when('cues.give', { turn, cue: 'closer' }, 'chair')
      .then([{ type: 'cues.given', data: { id: commandOf('now'), turn, cue: 'closer' } }])
    expect(state.cues.last).toMatchObject({ turn, cue: 'closer', deliveredAt: null, seenAt: null })
  })

  test('[C1] a cue for another turn is refused, also for one that a point of order interrupts', () => {
    given(speaking)
      .when('cues.give', { turn: turnOf('gone'), cue: 'slower' }, 'desk')
      .thenRefused('moved-on')
    const point = said('chair', 'floor.recognize', { entry: entryOf('civil-1-point'), expectedCurrent: turn })
    given([...speaking, raises('civil-1'), point])
      .when('cues.give', { turn, cue: 'slower' }, 'desk')
      .thenRefused('moved-on')
  })

  test('[C1] no cue is given before the opening, in a break, or after the close', () => {
    given([]).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-not-open')
    given(suspended).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-suspended')
    given(closed).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-closed')
  })

  test('[C2] each cue counts anew, also the same one again', () => {
    const seen = given(cued).when('cues.see', first, 'gov-1').thenState()
    const again = given([gives('second', 30)], seen)
      .when('cues.deliver', { cue: cueOf('second') }, 'gov-1', { at: 31 })
      .thenState()
    expect(again.cues.last).toMatchObject({ id: cueOf('second'), at: sinceNoon(30), deliveredAt: sinceNoon(31), seenAt: null })
  })

  test('[C3] the speaker’s device says when it has arrived, and when it has been seen', () => {
    const arrived = given(cued)
      .when('cues.deliver', first, 'gov-1', { at: 11 })
      .then([{ type: 'cues.delivered', data: first }])
    expect(arrived.cues.last).toMatchObject({ deliveredAt: sinceNoon(11), seenAt: null })
    const seen = given([], arrived)
      .when('cues.see', first, 'gov-1', { at: 15 })
      .then([{ type: 'cues.seen', data: first }])
    expect(seen.cues.last).toMatchObject({ deliveredAt: sinceNoon(11), seenAt: sinceNoon(15) })
  })

  test('[C3] what has been seen has arrived', () => {
    const seen = given(cued).when('cues.see', first, 'gov-1', { at: 15 }).thenState()
    expect(seen.cues.last).toMatchObject({ deliveredAt: sinceNoon(15), seenAt: sinceNoon(15) })
    given([], seen).when('cues.deliver', first, 'gov-1').thenNothing()
  })

  test('[C3] said twice it is said once: the first time counts', () => {
    given([...cued, said('gov-1', 'cues.deliver', first)])
      .when('cues.deliver', first, 'gov-1')
      .thenNothing()
    given([...cued, said('gov-1', 'cues.see', first)])
      .when('cues.see', first, 'gov-1')
      .thenNothing()
  })

  test('[C3] nobody else can say it for the speaker', () => {
    for (const by of ['gov-1b', 'panel', 'chair', 'desk', 'screen']) {
      given(cued).when('cues.deliver', first, by).thenRefused('forbidden')
      given(cued).when('cues.see', first, by).thenRefused('forbidden')
    }
  })

  test('[C3] the marks come in while a point of order interrupts the turn', () => {
    const point = said('chair', 'floor.recognize', { entry: entryOf('civil-1-point'), expectedCurrent: turn })
    given([...cued, raises('civil-1'), point])
      .when('cues.see', first, 'gov-1')
      .then([{ type: 'cues.seen', data: first }])
  })

  const marks = (state: State, cue: CueId) => {
    const context = { actor: { person: 'gov-1' as PersonId }, at: sinceNoon(100), id: commandOf('mark') }
    return [cuesDecide['cues.deliver'](state, { cue }, context), cuesDecide['cues.see'](state, { cue }, context)]
  }
  const refused = { ok: false, why: 'no-such-cue' }

  test('[C4] a cue that another has followed takes no mark', () =>
    expect(marks(stateAfter([...cued, gives('second', 20)]), cueOf('first'))).toEqual([refused, refused]))

  test('[C4] nor does one whose turn is over, or one that was never given', () => {
    const over = [...cued, said('chair', 'floor.start', { turn }), said('chair', 'floor.end', { turn })]
    expect(marks(stateAfter(over), cueOf('first'))).toEqual([refused, refused])
    expect(marks(stateAfter(speaking), cueOf('first'))).toEqual([refused, refused])
  })

  test('[C4] with its turn brought back, the cue is there again', () => {
    const end = said('chair', 'floor.end', { turn }, { id: 'the-end', at: 20 })
    const undo = said('chair', 'steps.undo', { step: commandOf('the-end') as never }, { at: 25 })
    given([...cued, said('chair', 'floor.start', { turn }, { at: 12 }), end, undo])
      .when('cues.see', first, 'gov-1')
      .then([{ type: 'cues.seen', data: first }])
  })
})

describe('announcements', () => {
  const announces = (name: string, text = name): Said => said('desk', 'cues.announce', { to: 'everyone', text }, { id: name })
  const announcementOf = (name: string) => ({ announcement: commandOf(name) as string as AnnouncementId })
  const textsIn = (state: State) => state.cues.announcements.map(({ text }) => text)

  test('[C5] an announcement stands, with whom it is for and since when', () => {
    const announcement = { id: commandOf('now'), to: 'remote', text: 'The line is back.', at: sinceNoon(40) }
    const state = given(listOpen)
      .when('cues.announce', { to: 'remote', text: 'The line is back.' }, 'desk', { at: 40 })
      .then([{ type: 'cues.announced', data: { announcement } }])
    expect(state.cues.announcements).toEqual([announcement])
  })

  test('[C5] it is taken down by its id, once', () => {
    const both = [open, announces('first'), announces('second')]
    const state = given(both)
      .when('cues.take-down', announcementOf('first'), 'chair')
      .then([{ type: 'cues.taken-down', data: announcementOf('first') }])
    expect(textsIn(state)).toEqual(['second'])
    given([], state).when('cues.take-down', announcementOf('first'), 'desk').thenRefused('no-such-announcement')
  })

  test('[C5] five stand at most: the oldest gives way', () => {
    const names = ['1', '2', '3', '4', '5', '6', '7']
    expect(textsIn(stateAfter([open, ...names.slice(0, 5).map((name) => announces(name))]))).toEqual(['1', '2', '3', '4', '5'])
    expect(textsIn(stateAfter([open, ...names.map((name) => announces(name))]))).toEqual(['3', '4', '5', '6', '7'])
  })

  test('[C7] announcements come before the opening and in a break, and not after the close', () => {
    for (const history of [[], suspended]) {
      const state = given(history).when('cues.announce', { to: 'everyone', text: 'Soon' }, 'chair', { id: 'soon' }).thenState()
      given([], state)
        .when('cues.take-down', announcementOf('soon'), 'chair')
        .then([{ type: 'cues.taken-down', data: announcementOf('soon') }])
    }
    given(closed).when('cues.announce', { to: 'everyone', text: 'Late' }, 'chair').thenRefused('session-closed')
    given([open, announces('first'), said('chair', 'session.close', {})])
      .when('cues.take-down', announcementOf('first'), 'chair')
      .thenRefused('session-closed')
  })
})

describe('the room screen', () => {
  test('[C6] it is blanked and shown again, and the clock is not touched', () => {
    const start = stateAfter([...speaking, said('chair', 'floor.start', { turn })])
    const blank = given([], start)
      .when('cues.blank', {}, 'chair')
      .then([{ type: 'cues.blanked', data: {} }])
    expect(blank.cues.blank).toBe(true)
    expect(blank.floor).toBe(start.floor)
    const shown = given([], blank)
      .when('cues.unblank', {}, 'desk')
      .then([{ type: 'cues.unblanked', data: {} }])
    expect(shown.cues.blank).toBe(false)
  })

  test('[C6] twice is once', () => {
    given([open, said('chair', 'cues.blank', {})])
      .when('cues.blank', {}, 'desk')
      .thenNothing()
    given([open]).when('cues.unblank', {}, 'desk').thenNothing()
  })

  test('[C7] it can be blanked before the opening and in a break, and not after the close', () => {
    given([], founded())
      .when('cues.blank', {}, 'chair')
      .then([{ type: 'cues.blanked', data: {} }])
    given(suspended)
      .when('cues.blank', {}, 'chair')
      .then([{ type: 'cues.blanked', data: {} }])
    given(closed).when('cues.blank', {}, 'chair').thenRefused('session-closed')
    given(closed).when('cues.unblank', {}, 'chair').thenRefused('session-closed')
  })
})
