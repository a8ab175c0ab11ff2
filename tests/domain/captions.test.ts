/** The captions of the room screens. The tests of the server cover tracks and their words. */
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { expect, test } from 'vitest'
import { command, given, openSession, queueOpen } from '../support/given.ts'

const [french, arabic] = ['fr', 'ar'] as SpokenLanguage[] as [SpokenLanguage, SpokenLanguage]
const add = command('desk', 'captions.add', { language: french })
const display = command('desk', 'captions.display', { language: french })
const tracks = [...queueOpen, add]

test('[V298] the captions of the room screens are set, and set once', () => {
  given(tracks)
    .when('captions.display', { language: french }, 'desk')
    .then([{ type: 'captions.displayed', data: { language: french } }])
  given([...tracks, display])
    .when('captions.display', { language: french }, 'desk')
    .thenNothing()
  given([...tracks, display])
    .when('captions.display', { language: null }, 'desk')
    .then([{ type: 'captions.displayed', data: { language: null } }])
})

test('[V298] captions that the session does not have, and a closed session, are refused', () => {
  given(tracks).when('captions.display', { language: arabic }, 'desk').thenRefused('no-such-track')
  given([openSession, add, command('chair', 'session.close', {})])
    .when('captions.display', { language: french }, 'desk')
    .thenRefused('session-closed')
})

test('[V298] captions that end, or that another plan does not have, leave the room screens', () => {
  const removed = given([...tracks, display, command('desk', 'captions.remove', { language: french })]).getState()
  expect(removed.captions.displayed).toBeNull()
  const configure = (languages: readonly SpokenLanguage[]) =>
    given([...tracks, display, { type: 'captions.configured', data: { kept: true, delay: 0 as never, languages } }]).getState().captions
  expect(configure([french]).displayed).toBe(french)
  expect(configure([arabic]).displayed).toBeNull()
})
