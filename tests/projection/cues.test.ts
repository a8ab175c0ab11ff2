/** The views of a cue: gone with the time that it was about, and seen by a person and not by a device. */
import type { CueKind } from '@rostrum/shared/contract/enums'
import type { CueId, StepId } from '@rostrum/shared/contract/ids'
import { seconds } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toCommandId, toTurnId } from '../support/given.ts'

const turn = toTurnId('turn-gov-1')
const firstCue = { cue: toCommandId('first') as string as CueId }
const start = command('chair', 'floor.start', { turn }, { at: 3 })
const speaking = [...queueOpen, join('gov-1', 1), call('gov-1', { at: 2 }), start]
const extend = (by: number, at: number) => command('chair', 'floor.extend', { turn, by: seconds(by) }, { id: `extend-${at}`, at })
const give = (cue: CueKind) => command('chair', 'cues.give', { turn, cue }, { id: 'first', at: 10 })
const getCues = (...history: readonly SentCommand[]) =>
  (['staff', 'podium', 'booth', 'public', 'display'] as const).map(
    (audience) => projectAudience(replay([...speaking, ...history]), audience).view.floor?.current?.cue?.kind,
  )
const five = (kind: CueKind | undefined) => [kind, kind, kind, kind, kind]

test('[V264] more time takes back what was said of the time before, for everybody at once', () => {
  for (const cue of ['conclude', 'one-minute'] as const) {
    expect(getCues(give(cue))).toEqual(five(cue))
    expect(getCues(give(cue), extend(120, 20))).toEqual(five(undefined))
    expect(getCues(extend(120, 5), give(cue))).toEqual(five(cue))
    expect(getCues(give(cue), extend(-30, 20))).toEqual(five(cue))
    const undo = command('chair', 'steps.undo', { step: toCommandId('extend-20') as string as StepId }, { at: 25 })
    expect(getCues(give(cue), extend(120, 20), undo)).toEqual(five(cue))
  }
  expect(getCues(give('closer'), extend(120, 20))).toEqual(five('closer'))
})

test('[V264] a person learns on every device which cues they have seen, as long as the turn lasts', () => {
  const getSeen = (history: readonly SentCommand[], who = 'gov-1') => {
    const state = replay([...speaking, give('closer'), ...history])
    return projectPerson(state, getPerson(state, who)).view.myFloor.seen
  }
  const see = command('gov-1', 'cues.see', firstCue, { at: 12 })
  expect(getSeen([])).toBeUndefined()
  expect(getSeen([see])).toEqual([firstCue.cue])
  expect(getSeen([see], 'civil-1')).toBeUndefined()
  expect(getSeen([see, command('chair', 'floor.end', { turn }, { at: 20 })])).toBeUndefined()
})
