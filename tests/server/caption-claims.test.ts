/** Captions of people who joined by code under the name of a registered organization. */
import { writeCaptionFile } from '@rostrum/server/services/captions/caption-file'
import { describeTurnAt } from '@rostrum/server/services/captions/caption-line'
import { describeTrack } from '@rostrum/server/services/captions/track-page'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople } from '@rostrum/shared/domain/people/register'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toTurnId } from '../support/given.ts'

const admit = () => {
  const state = createState({ ...plan, walkIns: true })
  const decision = admitPeople(state, [{ ...makeAdmission('second', 'participant', 'Delegation 1', 'government', 'room'), walkIn: true }])
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, noon)
}
const speaking = [...queueOpen, join('second'), call('second'), command('chair', 'floor.start', { turn: toTurnId('turn-second') })]

test('[X103] captions mark a claimed name as the floor does, until it is confirmed, and a file has no voice of that name', () => {
  const claimed = replay(speaking, admit())
  const confirmed = replay([...speaking, command('desk', 'people.confirm', { person: 'second' as PersonId })], admit())
  const since = claimed.floor.current?.runningSince ?? noon
  const read = (state: typeof claimed) => {
    const turn = describeTurnAt(state, since)
    const page = describeTrack(state, { language: 'en' as SpokenLanguage, lines: [], readers: 0, now: since })
    return [turn?.who, turn?.toConfirm, page.floor?.toConfirm, writeCaptionFile('vtt', [{ spokenAt: since, text: 'Hello.', turn }], since)]
  }
  expect(read(claimed).slice(0, 3)).toEqual(['Delegation 1', true, true])
  expect(read(claimed)[3]).not.toContain('Delegation 1')
  expect(read(confirmed).slice(0, 3)).toEqual(['Delegation 1', undefined, undefined])
  expect(read(confirmed)[3]).toContain('<v Delegation 1>Hello.')
})
