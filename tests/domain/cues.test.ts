import type { AnnouncementId, CueId, PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { cueDeciders } from '@rostrum/shared/domain/cues/decide'
import { projectAudience } from '@rostrum/shared/projection/project'
import { describe, expect, test } from 'vitest'
import { afterNoon, allPeople, createState, makeAdmission, plan } from '../support/fixtures.ts'
import {
  call,
  command,
  given,
  join,
  openSession,
  queueOpen,
  raisePoint,
  replay,
  type SentCommand,
  toCommandId,
  toEntryId,
  toTurnId,
} from '../support/given.ts'

const turn = toTurnId('turn-gov-1')
const toCueId = (name: string) => toCommandId(name) as string as CueId
const duringTurn = [...queueOpen, join('gov-1', 1), call('gov-1', { at: 2 })]
const giveCue = (name: string, at: number): SentCommand => command('chair', 'cues.give', { turn, cue: 'conclude' }, { id: name, at })
const afterCue = [...duringTurn, giveCue('first', 10)]
const firstCue = { cue: toCueId('first') }
const afterSuspension = [openSession, command('chair', 'session.suspend', {})]
const afterClose = [openSession, command('chair', 'session.close', {})]

describe('cues to the speaker', () => {
  test('[C1] a cue goes to the turn that has the floor', () => {
    const state = given(duringTurn)
      .when('cues.give', { turn, cue: 'closer' }, 'chair')
      .then([{ type: 'cues.given', data: { id: toCommandId('now'), turn, cue: 'closer', limit: 180_000 } }])
    expect(state.cues.last).toMatchObject({ turn, cue: 'closer', deliveredAt: null, seenAt: null })
  })

  test('[C1] a cue for another turn is refused, even for a turn that a point of order interrupts', () => {
    given(duringTurn)
      .when('cues.give', { turn: toTurnId('gone'), cue: 'slower' }, 'desk')
      .thenRefused('conflict')
    const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn })
    given([...duringTurn, raisePoint('civil-1'), point])
      .when('cues.give', { turn, cue: 'slower' }, 'desk')
      .thenRefused('conflict')
  })

  test('[C1] no cue can be given before the opening, during a suspension, or after the close', () => {
    given([]).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-not-open')
    given(afterSuspension).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-suspended')
    given(afterClose).when('cues.give', { turn, cue: 'conclude' }, 'chair').thenRefused('session-closed')
  })

  test('[X52] a booth can ask for certain cues, and its cue is shown next to that of the Chair', () => {
    const asked = given(afterCue)
      .when('cues.ask', { turn, cue: 'slower' }, 'booth-fr')
      .then([{ type: 'cues.asked', data: { id: toCommandId('now'), turn, cue: 'slower', booth: 'fr' } }])
    expect(asked.cues).toMatchObject({ last: { id: toCueId('first') }, asked: [{ cue: 'slower', booth: 'fr', seenAt: null }] })
    const seen = given([], asked)
      .when('cues.see', { cue: toCueId('now') }, 'gov-1', { at: 40 })
      .thenState()
    expect(seen.cues).toMatchObject({ last: { seenAt: null }, asked: [{ seenAt: afterNoon(40) }] })
    expect(projectAudience(seen, 'booth').view.floor.current).toMatchObject({
      asked: [{ seenAt: afterNoon(40), booth: 'fr' }],
      cue: { seenAt: null },
    })
    expect(projectAudience(seen, 'staff').view.floor.current?.asked).toMatchObject([{ seenAt: afterNoon(40), booth: 'fr' }])
    expect(projectAudience(seen, 'public').view.floor.current?.asked).toEqual([
      { id: toCueId('now'), kind: 'slower', at: expect.any(Number), deliveredAt: null, seenAt: null },
    ])
    given(duringTurn).when('cues.ask', { turn, cue: 'slower' }, 'chair').thenRefused('forbidden')
    given(duringTurn)
      .when('cues.ask', { turn: toTurnId('gone'), cue: 'closer' }, 'booth-fr')
      .thenRefused('conflict')
  })

  test('[X52] a cue asked for again within twenty seconds keeps the first one; after that it is a new cue', () => {
    const ask = (name: string, cue: 'slower' | 'closer', at: number) => command('booth-fr', 'cues.ask', { turn, cue }, { id: name, at })
    const state = replay([...duringTurn, ask('one', 'slower', 10), command('gov-1', 'cues.see', { cue: toCueId('one') }, { at: 12 })])
    expect(given([ask('two', 'slower', 29)], state).getState().cues.asked).toMatchObject([{ id: toCueId('one'), seenAt: afterNoon(12) }])
    expect(given([ask('two', 'slower', 31)], state).getState().cues.asked).toMatchObject([{ id: toCueId('two'), seenAt: null }])
  })

  test('[X71] each booth keeps the status of all its cues as long as the turn lasts, even while it is interrupted', () => {
    const booth = { ...makeAdmission('booth-es', 'interpreter', 'Booth', null, 'room'), booth: 'es' as SpokenLanguage }
    const ask = (who: string, name: string, cue: 'slower' | 'closer', of = turn) =>
      command(who, 'cues.ask', { turn: of, cue }, { id: name, at: 10 })
    const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn }, { id: 'point' })
    const history = [
      ...duringTurn,
      ask('booth-fr', 'fr-slower', 'slower'),
      ask('booth-fr', 'fr-closer', 'closer'),
      ask('booth-es', 'es-slower', 'slower'),
      command('gov-1', 'cues.see', { cue: toCueId('fr-slower') }, { at: 12 }),
      command('gov-1', 'cues.deliver', { cue: toCueId('es-slower') }, { at: 13 }),
      raisePoint('civil-1'),
      point,
      ask('booth-fr', 'of-the-point', 'slower', toTurnId('point')),
    ]
    const state = replay(history, createState(plan, [...allPeople, booth]))
    const { floor } = projectAudience(state, 'booth').view
    expect(floor.current?.asked?.map(({ id }) => id)).toEqual([toCueId('of-the-point')])
    const statuses = [
      { id: toCueId('fr-slower'), booth: 'fr', seenAt: afterNoon(12) },
      { id: toCueId('fr-closer'), booth: 'fr', deliveredAt: null, seenAt: null },
      { id: toCueId('es-slower'), booth: 'es', deliveredAt: afterNoon(13), seenAt: null },
    ]
    expect(floor.interrupted?.asked).toMatchObject(statuses)
    const over = replay([command('chair', 'floor.end', { turn: toTurnId('point') })], state)
    expect(projectAudience(over, 'booth').view.floor.current?.asked).toMatchObject(statuses)
  })

  test('[X71] however many booths ask, the number of cues kept is bounded', () => {
    const tags = Array.from({ length: 80 }, (_, index) => `q${String.fromCharCode(97 + index / 26, 97 + (index % 26))}`)
    const booths = tags.map((tag) => ({ ...makeAdmission(tag, 'interpreter', 'Booth', null, 'room'), booth: tag as SpokenLanguage }))
    const asked = tags.map((tag) => command(tag, 'cues.ask', { turn, cue: 'slower' }, { id: tag }))
    const { cues } = replay([...duringTurn, ...asked], createState(plan, [...allPeople, ...booths]))
    expect(cues.asked.map(({ booth }) => booth as string)).toEqual(tags.slice(-64))
  })

  test('[C2] each cue is a new one, even when it repeats the last one', () => {
    const seen = given(afterCue).when('cues.see', firstCue, 'gov-1').thenState()
    const again = given([giveCue('second', 30)], seen)
      .when('cues.deliver', { cue: toCueId('second') }, 'gov-1', { at: 31 })
      .thenState()
    expect(again.cues.last).toMatchObject({ id: toCueId('second'), at: afterNoon(30), deliveredAt: afterNoon(31), seenAt: null })
  })

  test('[C3] the speaker’s device reports when the cue has arrived, and when it has been seen', () => {
    const arrived = given(afterCue)
      .when('cues.deliver', firstCue, 'gov-1', { at: 11 })
      .then([{ type: 'cues.delivered', data: firstCue }])
    expect(arrived.cues.last).toMatchObject({ deliveredAt: afterNoon(11), seenAt: null })
    const seen = given([], arrived)
      .when('cues.see', firstCue, 'gov-1', { at: 15 })
      .then([{ type: 'cues.seen', data: firstCue }])
    expect(seen.cues.last).toMatchObject({ deliveredAt: afterNoon(11), seenAt: afterNoon(15) })
  })

  test('[C3] a cue that was seen has also arrived', () => {
    const seen = given(afterCue).when('cues.see', firstCue, 'gov-1', { at: 15 }).thenState()
    expect(seen.cues.last).toMatchObject({ deliveredAt: afterNoon(15), seenAt: afterNoon(15) })
    given([], seen).when('cues.deliver', firstCue, 'gov-1').thenNothing()
  })

  test('[C3] a repeated report changes nothing: the first time counts', () => {
    given([...afterCue, command('gov-1', 'cues.deliver', firstCue)])
      .when('cues.deliver', firstCue, 'gov-1')
      .thenNothing()
    given([...afterCue, command('gov-1', 'cues.see', firstCue)])
      .when('cues.see', firstCue, 'gov-1')
      .thenNothing()
  })

  test('[C3] nobody else can report for the speaker', () => {
    for (const by of ['gov-1b', 'panel', 'chair', 'desk', 'screen']) {
      given(afterCue).when('cues.deliver', firstCue, by).thenRefused('forbidden')
      given(afterCue).when('cues.see', firstCue, by).thenRefused('forbidden')
    }
  })

  test('[C3] reports are accepted while a point of order interrupts the turn', () => {
    const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn })
    given([...afterCue, raisePoint('civil-1'), point])
      .when('cues.see', firstCue, 'gov-1')
      .then([{ type: 'cues.seen', data: firstCue }])
  })

  const getMarks = (state: State, cue: CueId) => {
    const context = { actor: { person: 'gov-1' as PersonId }, at: afterNoon(100), id: toCommandId('mark') }
    return [cueDeciders['cues.deliver'](state, { cue }, context), cueDeciders['cues.see'](state, { cue }, context)]
  }
  const refused = { ok: false, reason: 'no-such-cue' }

  test('[C4] a cue that has been replaced takes no report', () =>
    expect(getMarks(replay([...afterCue, giveCue('second', 20)]), toCueId('first'))).toEqual([refused, refused]))

  test('[C4] a cue of a past turn, or one that was never given, takes no report', () => {
    const over = [...afterCue, command('chair', 'floor.start', { turn }), command('chair', 'floor.end', { turn })]
    expect(getMarks(replay(over), toCueId('first'))).toEqual([refused, refused])
    expect(getMarks(replay(duringTurn), toCueId('first'))).toEqual([refused, refused])
  })

  test('[C4] when its turn is restored, the cue is there again', () => {
    const end = command('chair', 'floor.end', { turn }, { id: 'the-end', at: 20 })
    const undo = command('chair', 'steps.undo', { step: toCommandId('the-end') as never }, { at: 25 })
    given([...afterCue, command('chair', 'floor.start', { turn }, { at: 12 }), end, undo])
      .when('cues.see', firstCue, 'gov-1')
      .then([{ type: 'cues.seen', data: firstCue }])
  })
})

describe('announcements', () => {
  const announce = (name: string, text = name): SentCommand => command('desk', 'cues.announce', { to: 'everyone', text }, { id: name })
  const toAnnouncementId = (name: string) => ({ announcement: toCommandId(name) as string as AnnouncementId })
  const getTexts = (state: State) => state.cues.announcements.map(({ text }) => text)

  test('[C5] an announcement is stored with its addressees and its time', () => {
    const announcement = { id: toCommandId('now'), to: 'remote', text: 'The line is back.', at: afterNoon(40) }
    const state = given(queueOpen)
      .when('cues.announce', { to: 'remote', text: 'The line is back.' }, 'desk', { at: 40 })
      .then([{ type: 'cues.announced', data: { announcement } }])
    expect(state.cues.announcements).toEqual([announcement])
  })

  test('[C5] it is taken down by its id, once', () => {
    const both = [openSession, announce('first'), announce('second')]
    const state = given(both)
      .when('cues.take-down', toAnnouncementId('first'), 'chair')
      .then([{ type: 'cues.taken-down', data: toAnnouncementId('first') }])
    expect(getTexts(state)).toEqual(['second'])
    given([], state).when('cues.take-down', toAnnouncementId('first'), 'desk').thenRefused('no-such-announcement')
  })

  test('[C5] there are five at most; the oldest one is replaced', () => {
    const names = ['1', '2', '3', '4', '5', '6', '7']
    expect(getTexts(replay([openSession, ...names.slice(0, 5).map((name) => announce(name))]))).toEqual(['1', '2', '3', '4', '5'])
    expect(getTexts(replay([openSession, ...names.map((name) => announce(name))]))).toEqual(['3', '4', '5', '6', '7'])
  })

  test('[C7] announcements can be made before the opening and during a suspension, and not after the close', () => {
    for (const history of [[], afterSuspension]) {
      const state = given(history).when('cues.announce', { to: 'everyone', text: 'Soon' }, 'chair', { id: 'soon' }).thenState()
      given([], state)
        .when('cues.take-down', toAnnouncementId('soon'), 'chair')
        .then([{ type: 'cues.taken-down', data: toAnnouncementId('soon') }])
    }
    given(afterClose).when('cues.announce', { to: 'everyone', text: 'Late' }, 'chair').thenRefused('session-closed')
    given([openSession, announce('first'), command('chair', 'session.close', {})])
      .when('cues.take-down', toAnnouncementId('first'), 'chair')
      .thenRefused('session-closed')
  })
})

describe('the room screen', () => {
  test('[C6] it can be blanked and shown again, and the clock is not touched', () => {
    const start = replay([...duringTurn, command('chair', 'floor.start', { turn })])
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

  test('[C6] repeating either command changes nothing', () => {
    given([openSession, command('chair', 'cues.blank', {})])
      .when('cues.blank', {}, 'desk')
      .thenNothing()
    given([openSession]).when('cues.unblank', {}, 'desk').thenNothing()
  })

  test('[C7] it can be blanked before the opening and during a suspension, and not after the close', () => {
    given([], createState())
      .when('cues.blank', {}, 'chair')
      .then([{ type: 'cues.blanked', data: {} }])
    given(afterSuspension)
      .when('cues.blank', {}, 'chair')
      .then([{ type: 'cues.blanked', data: {} }])
    given(afterClose).when('cues.blank', {}, 'chair').thenRefused('session-closed')
    given(afterClose).when('cues.unblank', {}, 'chair').thenRefused('session-closed')
  })
})
