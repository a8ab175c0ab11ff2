/** The people who count in the sense of the room, as they come, go, move and lose access. */
import { Presence } from '@rostrum/server/engine/presence/presence'
import { CountedResponders } from '@rostrum/server/services/sense/counted-responders'
import { countPossible, openPossibleResponders } from '@rostrum/server/services/sense/possible-responders'
import { Responses } from '@rostrum/server/services/sense/responses'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { responders } from '@rostrum/shared/contract/sense'
import { describe, expect, test } from 'vitest'
import { admitWalkIn, sentence } from '../support/command-scenarios.ts'
import { afterNoon } from '../support/fixtures.ts'
import { command, queueOpen, replay, type SentCommand, toReceipt } from '../support/given.ts'

describe('people who count', () => {
  const putAt = [...queueOpen, command('chair', 'sense.put', sentence, { id: 'sentence', at: 10 })]
  const take = (responses: Responses, by: string, option: number) =>
    responses.take(by, by as PersonId, { prompt: 'any' as never, option, receipt: toReceipt(by) }, afterNoon(20))
  const list = (state = replay(putAt), act: (presence: Presence, responses: Responses) => void = () => undefined) => {
    const [presence, responses] = [new Presence(), new Responses('person')]
    for (const person of ['gov-1', 'civil-1', 'chair', 'panel']) presence.connect(person as PersonId)
    act(presence, responses)
    const prompt = state.sense.prompts.at(-1)
    if (!prompt) throw new Error('nothing was put')
    return new CountedResponders(prompt, presence, responses).list(state)
  }

  test('[E7] are participants who were connected while it was open, are checked in, or responded; no officer, no panellist', () => {
    const present = list(replay(putAt), (presence, responses) => {
      presence.connect('agency-1' as PersonId)
      presence.disconnect('agency-1' as PersonId, afterNoon(11)) // left while it was open
      presence.connect('gov-1b' as PersonId)
      presence.disconnect('gov-1b' as PersonId, afterNoon(9)) // left before it was put
      take(responses, 'civil-1', 1)
    })
    expect(present.map(({ key }) => key).sort()).toEqual(['agency-1', 'civil-1', 'gov-1'])
    expect(present.find(({ key }) => key === 'civil-1')).toMatchObject({ option: 1 })
    expect(present.find(({ key }) => key === 'gov-1')).toMatchObject({ option: null })
  })

  test('[E7] do not include people whose access ended, and their responses do not count', () => {
    const state = replay([...putAt, command('desk', 'people.revoke', { person: 'civil-1' as PersonId })])
    expect(list(state, (_, responses) => void take(responses, 'civil-1', 1)).map(({ key }) => key)).toEqual(['gov-1'])
  })

  test('[E8] count in the group that they have at the close', () => {
    const moved = {
      type: 'people.changed',
      data: { people: [{ person: 'gov-1' as PersonId, entity: 'Delegation', group: 'civil' as GroupId, channel: 'remote' }] },
    } as const
    const found = list(replay([...putAt, moved]), (_, responses) => void take(responses, 'gov-1', 0)).find(({ key }) => key === 'gov-1')
    expect(found).toMatchObject({ group: 'civil', option: 0 })
  })

  test('[E28] do not include those who joined by code until they are confirmed, whatever name they gave', () => {
    const joined = [
      ...queueOpen,
      admitWalkIn,
      command('chair', 'sense.put', { ...sentence, one: 'delegation' }, { id: 'sentence', at: 10 }),
    ]
    const connect = (presence: Presence) => presence.connect('walk-in' as PersonId)
    const keys = (history: readonly (SentCommand | typeof admitWalkIn)[]) => list(replay(history), connect).map(({ key }) => key)
    const confirm = command('desk', 'people.confirm', { person: 'walk-in' as PersonId })
    expect(keys([...joined, confirm])).toHaveLength(keys(joined).length)
    const alone = (history: readonly (SentCommand | typeof admitWalkIn)[]) => {
      const [presence, state] = [new Presence(), replay(history)]
      connect(presence)
      return countPossible(openPossibleResponders(presence), state)
    }
    expect(alone(joined)).toEqual({ person: 0, delegation: 0, unconfirmed: 1 })
    expect(alone([...joined, confirm])).toEqual({ person: 1, delegation: 1, unconfirmed: 0 })
  })

  test('[E23] are known before a prompt is put: connected or checked in, with access, no officer, no panellist', () => {
    const presence = new Presence()
    for (const person of ['gov-1', 'gov-1b', 'civil-1', 'chair', 'panel', 'nobody']) presence.connect(person as PersonId)
    presence.connect('agency-1' as PersonId)
    presence.disconnect('agency-1' as PersonId, afterNoon(9))
    presence.setCheckedIn('private-1' as PersonId, afterNoon(5))
    const revoked = command('desk', 'people.revoke', { person: 'civil-1' as PersonId })
    for (const history of [queueOpen, [...queueOpen, revoked]]) {
      const before = countPossible(openPossibleResponders(presence), replay(history))
      for (const one of responders) {
        const state = replay([...history, command('chair', 'sense.put', { ...sentence, one }, { at: 10 })])
        const prompt = state.sense.prompts.at(-1)
        if (!prompt) throw new Error('nothing was put')
        expect([one, before[one]]).toEqual([one, new CountedResponders(prompt, presence, new Responses(one)).list(state).length])
      }
      expect(before).toEqual(
        history === queueOpen ? { person: 4, delegation: 3, unconfirmed: 0 } : { person: 3, delegation: 2, unconfirmed: 0 },
      )
    }
  })
})
