/** A simulated chair and secretariat. The chair stops for good once it is retired. */

import { interrupts } from '@rostrum/shared/contract/kinds'
import { awaitsAnswer, canBeHeld } from '@rostrum/shared/contract/question-statuses'
import { listEntries } from '@rostrum/shared/kernel/fields'
import type { View } from '@rostrum/shared/projection/registry'
import type { Cast } from './casts.ts'
import type { Scene } from './scene.ts'
import type { SimulatedClient } from './simulated-client.ts'
import type { SimulationClock } from './simulation-clock.ts'

/** Opens, calls, starts, asks to conclude, ends, moves on and closes. */
export async function playChair(chair: SimulatedClient, { clock, cast }: Scene): Promise<void> {
  await clock.wait(cast.lateStart * 60_000)
  await chair.send('session.open', {})
  await chair.send('queue.open', {})
  let turn: string | null = null
  let endsAt = 0
  let cutAt = 0
  let turns = 0
  let takesQuestion = false
  while (!clock.isOver && chair.view.session.phase !== 'closed' && !chair.isRetired) {
    await clock.wait(3_000)
    const { floor, queue, pointsOfOrder } = chair.view
    const { current } = floor
    const point = pointsOfOrder?.[0]
    if (point && !interrupts(current?.kind)) await chair.send('floor.recognize', { entry: point, expectedCurrent: current?.id ?? null })
    else if (current === null && floor.interrupted !== null) {
      // The time in which the Chair rules.
      await clock.wait(clock.pickNumber(12_000))
      await chair.send('floor.resume', { turn: floor.interrupted.id })
    } else if (current === null) {
      await proceed(chair, clock, takesQuestion)
      takesQuestion = false
    } else if (current.startedAt === null) {
      await clock.wait(clock.pickNumber(18_000))
      if (clock.isLikely(cast.absentShare)) await chair.send('floor.mark-absent', { turn: current.id })
      else await chair.send('floor.start', { turn: current.id })
    } else if (current.id !== turn) {
      turn = current.id
      turns += 1
      const limit = current.limit * clock.factor
      endsAt = clock.now() + limit * pickUse(cast, clock)
      cutAt = clock.now() + limit * (1 + cast.patience)
    } else if (clock.now() >= cutAt - (current.limit * clock.factor * cast.patience) / 2 && current.cue === null && endsAt > cutAt) {
      await chair.send('cues.give', { turn: current.id, cue: 'conclude' })
    } else if (clock.now() >= Math.min(endsAt, cutAt)) {
      // The chair takes a question from time to time, even while the list is long.
      takesQuestion = turns % everyTurns === 0
      const next = interrupts(current.kind) || isSegmentOver(chair.view) || takesQuestion ? null : queue.next
      if (next === null) await chair.send('floor.end', { turn: current.id })
      else await chair.send('floor.call', { entry: next, expectedCurrent: current.id, expectedNext: next })
    }
  }
}

/** Picks the share of the limit that a speaker would use if nobody ended the turn. */
const pickUse = ({ limitUse: [least, most] }: Cast, clock: SimulationClock): number => least + clock.pickNumber(most - least)

/** The number of turns after which the chair takes a question, if one was approved. */
const everyTurns = 3

/**
 * Takes the next step while nobody has the floor. If the segment is over, it goes to the next one. If a question is due, and sometimes
 * otherwise, it shows a question. In all other cases it calls the next speaker.
 */
async function proceed(chair: SimulatedClient, clock: SimulationClock, takesQuestion: boolean): Promise<void> {
  const { plan, progress, queue, questions, answering } = chair.view
  if (isSegmentOver(chair.view)) {
    const nextSegment = plan[plan.findIndex(({ id }) => id === progress.current) + 1]
    if (nextSegment) await chair.send('agenda.go', { to: nextSegment.id, expectedCurrent: progress.current })
    else await chair.send('session.close', {})
    return
  }
  const question = listEntries(questions).find(([, row]) => awaitsAnswer(row))?.[0]
  if (question !== undefined && (takesQuestion || clock.isLikely(0.25)))
    await chair.send('questions.show', { question, expectedCurrent: answering.current })
  else if (queue.next !== null) await chair.send('floor.call', { entry: queue.next, expectedCurrent: null, expectedNext: queue.next })
}

/** Whether the current segment has used its length. It uses real time, because the plan of a rehearsal is already compressed. */
const isSegmentOver = ({ plan, progress }: View): boolean => {
  const segment = plan.find(({ id }) => id === progress.current)
  const actual = segment && progress.actual[segment.id]
  return segment !== undefined && actual !== undefined && Date.now() - actual.startedAt >= segment.length
}

/** Moderates every question after a while, and declines about one in eight. */
export async function playModerator(secretariat: SimulatedClient, clock: SimulationClock): Promise<void> {
  while (!clock.isOver && secretariat.view.session.phase !== 'closed') {
    await clock.wait(10_000 + clock.pickNumber(20_000))
    const question = listEntries(secretariat.view.questions).find(([, row]) => canBeHeld(row))?.[0]
    if (question === undefined) continue
    if (clock.isLikely(0.12)) await secretariat.send('questions.decline', { question, reason: 'duplicate' })
    else await secretariat.send('questions.approve', { question })
  }
}
