import { setTimeout as pause } from 'node:timers/promises'
import type { Screen } from '../client/screen.ts'
import { command, sendEvenly } from '../measure/growth.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { openStage, type Stage } from '../servers/stage.ts'
import { defineMode, type Round } from './mode.ts'

const acts = ['join', 'withdraw', 'move'] as const
type Act = (typeof acts)[number]
type Name = `${Act}Participant` | `${Act}Chair` | `${Act}Answers`

/** The number of acts for which the bytes are measured. Each is alone, because several acts that share a round would need fewer bytes. */
const alone = 6
/** Longer than the time between two rounds of frames, in milliseconds. */
const gap = 400

/** The requests of the screens. The screens withdraw them afterwards. */
const requests = new WeakMap<Screen, string>()

async function measureAct(stage: Stage, act: Act, count: number, rate: number, waiting: readonly string[]) {
  const { crowd, staff, chair } = stage
  const getScreen = (index: number) => crowd.screens[index] as Screen
  const send = {
    join: (index: number, done: (ms: number) => void) => {
      const screen = getScreen(index)
      requests.set(screen, command(screen, 'queue.join', { kind: 'intervention', topic: null }, done))
    },
    withdraw: (index: number, done: (ms: number) => void) => {
      command(getScreen(index), 'queue.withdraw', { entry: requests.get(getScreen(index)) }, done)
    },
    move: (index: number, done: (ms: number) => void) => {
      const entry = waiting[waiting.length - 1 - index]
      command(chair, 'queue.move', { entry, before: waiting[20 + index] }, done)
    },
  }[act]
  await crowd.becomeQuiet()
  const [participants, officers] = [crowd.countBytes(), staff.countBytes()]
  for (let index = 0; index < alone; index += 1) {
    await new Promise<void>((resolve) => send(index, () => resolve()))
    await pause(gap)
  }
  const bytes = {
    participant: (crowd.countBytes() - participants) / crowd.screens.length / alone,
    chair: (staff.countBytes() - officers) / alone,
  }
  const answers = await sendEvenly({ commands: count, rate }, (index, done) => send(alone + index, done))
  return { ...bytes, answers: answers.computeQuantile(0.99) }
}

export const queue = defineMode<Name>({
  title: 'the list of speakers changes while 500 wait',
  against: null,
  // There are enough answers that the slowest one alone is not their p99.
  defaults: { clients: 200, rounds: 3, seconds: 9, rate: 20 },
  figures: {
    joinParticipant: { says: 'a request, to a participant', unit: 'B', bound: { most: 1000 } },
    joinChair: { says: 'a request, to the chair', unit: 'B', bound: { most: 5000 } },
    joinAnswers: { says: 'a request, answer p99', unit: 'ms', bound: { most: 25 } },
    withdrawParticipant: { says: 'a withdrawal, to a participant', unit: 'B', bound: { most: 1000 } },
    withdrawChair: { says: 'a withdrawal, to the chair', unit: 'B', bound: { most: 5000 } },
    withdrawAnswers: { says: 'a withdrawal, answer p99', unit: 'ms', bound: { most: 25 } },
    moveParticipant: { says: 'a move, to a participant', unit: 'B', bound: { most: 1000 } },
    moveChair: { says: 'a move, to the chair', unit: 'B', bound: { most: 5000 } },
    moveAnswers: { says: 'a move, answer p99', unit: 'ms', bound: { most: 25 } },
  },
  run: async ({ clients, rounds, seconds, rate }) => {
    const prepared = await prepareFolder({ screens: clients, registered: 500, waiting: 500 })
    const count = Math.min(Math.round(seconds * rate), clients - alone)
    const product: Round<Name>[] = []
    for (let round = 0; round < rounds; round += 1) {
      const stage = await openStage('product', prepared)
      const measured = []
      for (const act of acts) measured.push([act, await measureAct(stage, act, count, rate, prepared.waiting)] as const)
      product.push(
        Object.fromEntries(
          measured.flatMap(([act, { participant, chair, answers }]) => [
            [`${act}Participant`, participant],
            [`${act}Chair`, chair],
            [`${act}Answers`, answers],
          ]),
        ) as Round<Name>,
      )
      await stage.close()
    }
    await prepared.delete()
    return { product, compared: [] }
  },
})
