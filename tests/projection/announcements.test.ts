/** Text for some readers reaches only its addressees and the staff. The test searches every snapshot and delta of every other viewer. */
import { randomBytes } from 'node:crypto'
import { type Addressee, addressees } from '@rostrum/shared/contract/enums'
import type { AnnouncementId, CueId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Audience, audiences } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { diffViews, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { describe, expect, test } from 'vitest'
import { afterNoon, allPeople, getPerson } from '../support/fixtures.ts'
import { call, command, join, openSession, queueOpen, replay, type SentCommand, toCommandId, toTurnId } from '../support/given.ts'

/** All audiences and all people. */
const viewers: readonly string[] = [...audiences, ...allPeople.map(({ person }) => person)]
const projectFor = (state: State, viewer: string): AnyView => {
  const audience = audiences.find((one) => one === viewer)
  return (audience ? projectAudience(state, audience).view : projectPerson(state, getPerson(state, viewer)).view) as AnyView
}
const findViewersOf = (secret: string, start: State, history: readonly SentCommand[]): readonly string[] =>
  viewers.filter((viewer) => {
    let state = start
    return history.some((one) => {
      const next = replay([one], state)
      const bytes = JSON.stringify([projectFor(next, viewer), diffViews(projectFor(state, viewer), projectFor(next, viewer))])
      state = next
      return bytes.includes(secret)
    })
  })

const roomPeople = ['gov-1', 'private-1', 'agency-1']
const remotePeople = ['gov-1b', 'gov-2', 'civil-1', 'technical-1', 'guest-1']
const expectedReaders: Readonly<Record<Addressee, readonly string[]>> = {
  everyone: ['staff', 'podium', 'booth', 'public', 'display'],
  room: ['staff', 'display', ...roomPeople],
  remote: ['staff', ...remotePeople],
  podium: ['staff', 'podium'],
  staff: ['staff'],
  display: ['staff', 'display'],
}
const announce = (to: Addressee, text: string): SentCommand => command('desk', 'cues.announce', { to, text }, { id: 'one' })
const takeDown = command('chair', 'cues.take-down', { announcement: toCommandId('one') as string as AnnouncementId })

describe('announcements', () => {
  test.each(addressees)('[V16, C20] for %s: the addressees and the staff see the text, and nobody else learns that it exists', (to) => {
    const text = `text·${randomBytes(16).toString('hex')}`
    const start = replay(queueOpen)
    const history = [announce(to, text), join('gov-1'), takeDown]
    expect(findViewersOf(text, start, history)).toEqual(expectedReaders[to])
    expect(findViewersOf(toCommandId('one'), start, history)).toEqual(expectedReaders[to])
  })

  test.each(addressees)('[V16, C20] for %s: nobody else gets a single byte, neither when it is added nor when it is removed', (to) => {
    const before = replay(queueOpen)
    const active = replay([announce(to, 'Soon')], before)
    const gone = replay([takeDown], active)
    const findChangedViewers = (from: State, next: State) =>
      viewers.filter((viewer) => diffViews(projectFor(from, viewer), projectFor(next, viewer)).length > 0)
    expect(findChangedViewers(before, active)).toEqual(expectedReaders[to])
    expect(findChangedViewers(active, gone)).toEqual(expectedReaders[to])
  })

  test('[V16] only the staff see whom it is for; others get the text and its time', () => {
    const state = replay([announce('everyone', 'Soon')], replay(queueOpen))
    const words = { id: toCommandId('one'), text: 'Soon', at: expect.any(Number) }
    expect(projectFor(state, 'staff')['announcements']).toEqual([{ ...words, to: 'everyone' }])
    for (const audience of ['podium', 'public', 'display']) expect(projectFor(state, audience)['announcements']).toStrictEqual([words])
    expect(projectFor(replay([announce('room', 'Soon')], replay(queueOpen)), 'gov-1')['myAnnouncements']).toStrictEqual([words])
  })

  test('[C7] the close removes all announcements', () => {
    const ended = [announce('everyone', 'Soon'), announce('room', 'Soon'), command('chair', 'session.close', {})]
    const state = replay(ended, replay(queueOpen))
    for (const audience of audiences) expect(projectFor(state, audience)['announcements']).toEqual([])
    expect(projectFor(state, 'gov-1')['myAnnouncements']).toEqual([])
  })
})

describe('the room screen', () => {
  const getBlank = (state: State) =>
    Object.fromEntries(audiences.map((viewer) => [viewer, projectAudience(state, viewer).view.displayBlank]))

  test('[V17] only the display and the staff see whether it is blanked', () => {
    const before = replay([openSession])
    const blank = replay([command('chair', 'cues.blank', {})], before)
    expect(getBlank(before)).toEqual({ staff: false, display: false })
    expect(getBlank(blank)).toEqual({ staff: true, display: true })
    expect(viewers.filter((viewer) => diffViews(projectFor(before, viewer), projectFor(blank, viewer)).length > 0)).toEqual([
      'staff',
      'display',
    ])
  })

  test('[V17] the content below is still updated, so it is correct as soon as it is shown again', () => {
    const blank = replay([...queueOpen, join('gov-1'), command('chair', 'cues.blank', {})])
    const called = replay([call('gov-1')], blank)
    expect(projectAudience(called, 'display').view.floor.current?.speaker?.entity).toBe('Delegation 1')
  })

  test('[C7] the close unblanks the screen', () =>
    expect(getBlank(replay([openSession, command('chair', 'cues.blank', {}), command('chair', 'session.close', {})]))).toEqual({
      staff: false,
      display: false,
    }))
})

describe('the receipts of a cue', () => {
  const turn = toTurnId('turn-gov-1')
  const cue = toCommandId('first') as string as CueId
  const cued = replay([
    ...queueOpen,
    join('gov-1', 1),
    call('gov-1', { at: 2 }),
    command('chair', 'cues.give', { turn, cue: 'slower' }, { id: 'first', at: 10 }),
  ])
  const seen = replay([command('gov-1', 'cues.deliver', { cue }, { at: 11 }), command('gov-1', 'cues.see', { cue }, { at: 15 })], cued)
  const getCue = (audience: Audience) => projectAudience(seen, audience).view.floor.current?.cue

  test('[V15] only the staff see them; all others see the cue without them', () => {
    expect(getCue('staff')).toEqual({ id: cue, kind: 'slower', at: afterNoon(10), deliveredAt: afterNoon(11), seenAt: afterNoon(15) })
    for (const audience of ['podium', 'public', 'display'] as const)
      expect(getCue(audience)).toEqual({ id: cue, kind: 'slower', at: afterNoon(10), deliveredAt: null, seenAt: null })
  })

  test('[V15, V264] the reports change nothing for anybody but the staff and the person who has seen it', () =>
    expect(viewers.filter((viewer) => diffViews(projectFor(cued, viewer), projectFor(seen, viewer)).length > 0)).toEqual([
      'staff',
      'gov-1',
    ]))
})
