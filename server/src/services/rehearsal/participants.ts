/**
 * Simulated participants ask for the floor, get ready, ask questions and support the questions of others. Some submit a statement if they
 * were not reached.
 */

import { type ByChannel, channelRules } from '@rostrum/shared/contract/channels'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { awaitsAnswer } from '@rostrum/shared/contract/question-statuses'
import { listEntries } from '@rostrum/shared/kernel/fields'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import type { Scene } from './scene.ts'
import { respond } from './sense.ts'
import type { SimulatedClient } from './simulated-client.ts'
import type { SimulationClock } from './simulation-clock.ts'

/** The group index of each participant, repeated for all of them. Some groups are much larger than others. */
const groupShares = [0, 0, 0, 1, 1, 0, 2, 3, 1, 4] as const

/** How many of five people are in each channel. */
const channelShares: ByChannel<number> = { remote: 2, room: 3 }
const channelCycle = Object.entries(channelShares).flatMap(([channel, share]) => Array.from({ length: share }, () => channel))

/** Simulated people have a group and a number, never a name. */
export const makePeople = ({ groups }: Plan, count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => {
    const group = groups[(groupShares[index % groupShares.length] ?? 0) % groups.length]
    return {
      entity: `${group ? getOriginalText(group.short) : 'Participant'} ${index + 1}`,
      group: (group?.id ?? null) as GroupId | null,
      channel: channelCycle[index % channelCycle.length],
      nameInRecord: true,
    }
  })

const questionTexts = [
  'How will the outcome be followed up?',
  'Who pays for the networks that communities run themselves?',
  'When will the contributions be published, and in which languages?',
  'What has changed for women and girls since the last review?',
  'How is the work of the regional commissions taken into account?',
  'What keeps least developed countries from taking part?',
  'Which figures will tell whether this has worked?',
  'Who looks after what is collected about children?',
  'What would have helped you most in your own country?',
  'Who reports on accessibility?',
  'Which lessons were not carried into later reviews?',
  'How are small communities reached?',
  'What is done for those who work in other languages?',
] as const

/** The intentions of one person, chosen when they enter. Times are simulated milliseconds; infinity: never. */
export type Intentions = {
  readonly pointOfOrderAt: number
  /** The times with the latest first, so that the next is taken from the end. */
  readonly questionsAt: number[]
  readonly breaksAt: number[]
}

const never = Number.POSITIVE_INFINITY

export const chooseIntentions = ({ clock, cast, sessionLength, people }: Scene, isRemote: boolean, number: number): Intentions => {
  const pickMoment = () => clock.now() + clock.pickNumber(sessionLength * 0.9)
  const pointShare = cast.pointsOfOrder / people
  // With paired points, two people with adjacent numbers raise theirs at the same time.
  const pair = Math.floor(number / 2) / Math.max(1, people / 2)
  const pointOfOrderAt = !clock.isLikely(pointShare) ? never : cast.pairedPoints ? sessionLength * (0.3 + 0.4 * pair) : pickMoment()
  const questionCount = Math.floor(cast.questionsPerPerson) + (clock.isLikely(cast.questionsPerPerson % 1) ? 1 : 0)
  const pickQuestionTime = () =>
    cast.floodsQuestions && clock.isLikely(0.7) ? sessionLength * 0.25 + clock.pickNumber(120_000) : pickMoment()
  return {
    pointOfOrderAt,
    questionsAt: Array.from({ length: questionCount }, pickQuestionTime).sort((a, b) => b - a),
    breaksAt: isRemote && clock.isLikely(cast.lostLineShare) ? [pickMoment(), pickMoment()].sort((a, b) => b - a) : [],
  }
}

/** Acts for one person repeatedly until the session is over. */
export async function playParticipant(client: SimulatedClient, scene: Scene): Promise<void> {
  const { clock, cast } = scene
  const isRemote = channelRules[client.view.me.channel].usesMeeting
  const intentions = chooseIntentions(scene, isRemote, client.view.me.number)
  let { pointOfOrderAt } = intentions
  let segment: string | null = null
  let [asksAt, withdrawsAt] = [never, never]
  while (!clock.isOver) {
    await clock.wait(4_000 + clock.pickNumber(4_000))
    if (clock.now() >= (intentions.breaksAt.at(-1) ?? never)) {
      intentions.breaksAt.pop()
      client.breakLine()
      await clock.wait(60_000 + clock.pickNumber(180_000))
      await client.mendLine()
    }
    const { session, progress, myQueue, myFloor, floor, queue, order } = client.view
    if (session.phase === 'closed') return await submitStatement(client, clock)
    if (session.phase !== 'open') continue
    if (progress.current !== segment) {
      segment = progress.current
      // In each segment some people want to speak: most of them early, and remote ones a little later.
      asksAt = clock.isLikely(cast.askingShare) ? clock.now() + clock.pickNumber(isRemote ? 400_000 : 240_000) : never
    }
    if (clock.now() >= asksAt && myQueue.entry === null && queue.status.kind !== 'closed') {
      asksAt = never
      withdrawsAt = clock.isLikely(cast.withdrawnShare) ? clock.now() + clock.pickNumber(600_000) : never
      await client.send('queue.join', { kind: 'intervention', topic: null })
    }
    const ownEntry = myQueue.entry
    if (ownEntry && !ownEntry.ready && order.indexOf(ownEntry.id) < 2) await client.send('queue.ready', { entry: ownEntry.id })
    if (ownEntry && clock.now() >= withdrawsAt) {
      withdrawsAt = never
      await client.send('queue.withdraw', { entry: ownEntry.id })
    }
    if (clock.now() >= pointOfOrderAt) {
      pointOfOrderAt = never
      await client.send('queue.join', { kind: 'point-of-order', topic: null })
    }
    const turn = myFloor.turn !== null && floor.current?.id === myFloor.turn ? floor.current : null
    if (turn?.startedAt === null && clock.isLikely(cast.decliningShare / 2)) await client.send('floor.decline', { turn: turn.id })
    await askAndSupport(client, clock, intentions)
    await respond(client, clock)
  }
}

const statementTexts = [
  'We had asked for the floor to say that access is of no use to those who cannot afford it. We ask that this be in the summary.',
  'We support what was said on reporting. We would add that small administrations need one form, and the time to fill it in.',
  'We would have spoken of languages. What is published in one of them is read by those who have it, and by nobody else.',
] as const

/** Submits a statement for every second person who was not reached. */
async function submitStatement(client: SimulatedClient, clock: SimulationClock): Promise<void> {
  await clock.wait(20_000 + clock.pickNumber(120_000))
  const { myStatement, me } = client.view
  if (!myStatement?.invited || me.number % 2 === 1) return
  const text = statementTexts[Math.floor(clock.pickNumber(statementTexts.length))] ?? statementTexts[0]
  await client.send('statements.submit', { text, expectedVersion: myStatement.filed?.version ?? 0 })
}

async function askAndSupport(client: SimulatedClient, clock: SimulationClock, { questionsAt }: Intentions): Promise<void> {
  const { questions, mySupports, me } = client.view
  if (clock.now() >= (questionsAt.at(-1) ?? never)) {
    questionsAt.pop()
    const text = questionTexts[Math.floor(clock.pickNumber(questionTexts.length))] ?? questionTexts[0]
    await client.send('questions.ask', { text, receipt: null })
  }
  const supportable = listEntries(questions).flatMap(([id, row]) =>
    awaitsAnswer(row) && !mySupports.includes(id) && row.from?.entity !== me.entity ? [id] : [],
  )
  const supported = supportable[Math.floor(clock.pickNumber(supportable.length))]
  if (supported !== undefined && clock.isLikely(0.05)) await client.send('questions.support', { question: supported })
}
