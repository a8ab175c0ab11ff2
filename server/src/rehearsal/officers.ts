/** A simulated chair and secretariat. They stand back for good as soon as somebody else has taken a step. */
import type { View } from '@rostrum/shared/projection/registry'
import type { Guest } from './simulated-client.ts'
import type { Tempo } from './simulation-clock.ts'

/** Steps that only those who drive take; a speaker may end their own turn. */
const driving = (what: string): boolean => what !== 'floor.end'

/** Whether somebody other than these has driven. */
const takenOver = (guest: Guest): boolean => {
  const last = guest.view.steps?.taken.findLast(({ what }) => driving(what))
  return last !== undefined && !guest.said.has(last.id as never)
}

/** Opens, calls, starts, ends, moves on and closes. */
export async function preside(chair: Guest, tempo: Tempo): Promise<void> {
  await tempo.wait(20_000)
  await chair.say('session.open', {})
  await chair.say('queue.open', {})
  let turn: string | null = null
  let endsAt = 0
  while (!tempo.over && chair.view.session.phase !== 'closed' && !takenOver(chair)) {
    await tempo.wait(3_000)
    const { floor, list, points } = chair.view
    const { current } = floor
    const point = points?.[0]
    if (point && current?.kind !== 'point-of-order')
      await chair.say('floor.recognize', { entry: point, expectedCurrent: current?.id ?? null })
    else if (current === null) await onward(chair, tempo)
    else if (current.startedAt === null) {
      await tempo.wait(tempo.chance(18_000))
      if (tempo.often(0.03)) await chair.say('floor.absent', { turn: current.id })
      else await chair.say('floor.start', { turn: current.id })
    } else if (current.id !== turn) {
      turn = current.id
      endsAt = tempo.now() + lengthOf(current.limit, tempo)
    } else if (tempo.now() >= endsAt) {
      const next = current.kind === 'point-of-order' || isOver(chair.view) ? null : list.next
      if (next === null) await chair.say('floor.end', { turn: current.id })
      else await chair.say('floor.call', { entry: next, expectedCurrent: current.id, expectedNext: next })
    }
  }
}

/** Most speakers use most of their time; some go over it. In milliseconds of the play. */
const lengthOf = (limit: number, tempo: Tempo): number => limit * tempo.factor * (0.6 + tempo.chance(0.55))

/** With nobody on the floor: the next part when this one has had its time, a question now and then, else the next speaker. */
async function onward(chair: Guest, tempo: Tempo): Promise<void> {
  const { plan, progress, list, questions, answering } = chair.view
  if (isOver(chair.view)) {
    const following = plan[plan.findIndex(({ id }) => id === progress.current) + 1]
    if (following) await chair.say('agenda.go', { to: following.id, expectedCurrent: progress.current })
    else await chair.say('session.close', {})
    return
  }
  const asked = Object.entries(questions).find(([, row]) => row?.status === 'approved')?.[0]
  if (asked !== undefined && tempo.often(0.25))
    await chair.say('questions.show', { question: asked as never, expectedCurrent: answering.current })
  else if (list.next !== null) await chair.say('floor.call', { entry: list.next, expectedCurrent: null, expectedNext: list.next })
}

/** The part that runs has had its time, by the clock of the wall: the plan of a rehearsal is as short as it is played. */
const isOver = ({ plan, progress }: View): boolean => {
  const segment = plan.find(({ id }) => id === progress.current)
  const held = segment && progress.held[segment.id]
  return segment !== undefined && held !== undefined && Date.now() - held.beganAt >= segment.length
}

/** Sees every question after a while, and declines one in eight. */
export async function moderate(desk: Guest, tempo: Tempo): Promise<void> {
  while (!tempo.over && desk.view.session.phase !== 'closed') {
    await tempo.wait(10_000 + tempo.chance(20_000))
    const pending = Object.entries(desk.view.questions).find(([, row]) => row?.status === 'pending')?.[0]
    if (pending === undefined) continue
    const question = pending as never
    if (tempo.often(0.12)) await desk.say('questions.decline', { question, reason: 'duplicate' })
    else await desk.say('questions.approve', { question })
  }
}
