/** The simulated people: they ask for the floor, get ready, finish, ask questions and support those of others, as people do; some write what they could not say. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Guest } from './simulated-client.ts'
import type { Tempo } from './simulation-clock.ts'

/** How groups are made up where one is much larger than another; repeated as often as there are people. */
const shares = [0, 0, 0, 1, 1, 0, 2, 3, 1, 4] as const

/** By kind and number, never by name. */
export const figures = ({ groups }: Plan, count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => {
    const group = groups[(shares[index % shares.length] ?? 0) % groups.length]
    return {
      entity: `${group?.short ?? 'Participant'} ${index + 1}`,
      group: (group?.id ?? null) as GroupId | null,
      channel: index % 5 < 2 ? 'remote' : 'room',
      named: true,
    }
  })

const asked = [
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

/** One person's part of the play: looked at again and again, until the session is over. */
export async function take(guest: Guest, tempo: Tempo): Promise<void> {
  let segment: string | null = null
  let asksAt = Number.POSITIVE_INFINITY
  while (!tempo.over) {
    await tempo.wait(4_000 + tempo.chance(4_000))
    const { session, progress, myEntry, myFloor, floor, list, line } = guest.view
    if (session.phase === 'closed') return await write(guest, tempo)
    if (session.phase !== 'open') continue
    if (progress.current !== segment) {
      segment = progress.current
      // In each part some want to speak, most of them early, the remote ones a little later.
      asksAt = tempo.often(0.3)
        ? tempo.now() + tempo.chance(guest.view.me.channel === 'remote' ? 400_000 : 240_000)
        : Number.POSITIVE_INFINITY
    }
    if (tempo.now() >= asksAt && myEntry.entry === null && list.standing.kind !== 'closed') {
      asksAt = Number.POSITIVE_INFINITY
      await guest.say('queue.join', { kind: 'intervention', topic: null })
    }
    const mine = myEntry.entry
    if (mine && !mine.ready && line.findIndex(({ entry }) => entry === mine.id) < 2) await guest.say('queue.ready', { entry: mine.id })
    if (mine && tempo.often(0.004)) await guest.say('queue.withdraw', { entry: mine.id })
    if (myFloor.turn !== null && floor.current?.id === myFloor.turn && floor.current.startedAt !== null && tempo.often(0.02))
      await guest.say('floor.end', { turn: myFloor.turn })
    await sideways(guest, tempo)
  }
}

const unsaid = [
  'We had asked for the floor to say that access is of no use to those who cannot afford it. We ask that this be in the summary.',
  'We support what was said on reporting. We would add that small administrations need one form, and the time to fill it in.',
  'We would have spoken of languages. What is published in one of them is read by those who have it, and by nobody else.',
] as const

/** Every second of those who were not reached files a statement. */
async function write(guest: Guest, tempo: Tempo): Promise<void> {
  await tempo.wait(20_000 + tempo.chance(120_000))
  const { myStatement, me } = guest.view
  if (!myStatement?.invited || me.number % 2 === 1) return
  const text = unsaid[Math.floor(tempo.chance(unsaid.length))] ?? unsaid[0]
  await guest.say('statements.file', { text, expectedVersion: myStatement.filed?.version ?? 0 })
}

/** Questions and support, and once in a long while a point of order. */
async function sideways(guest: Guest, tempo: Tempo): Promise<void> {
  const { questions, mySupports, myQuestions, me } = guest.view
  if (tempo.often(0.001) && myQuestions.length < 2) {
    const text = asked[Math.floor(tempo.chance(asked.length))] ?? asked[0]
    await guest.say('questions.ask', { text, receipt: null })
  }
  if (tempo.often(0.0004)) await guest.say('queue.join', { kind: 'point-of-order', topic: null })
  const open = Object.entries(questions).flatMap(([id, row]) =>
    row?.status === 'approved' && !mySupports.includes(id as never) && row.from?.entity !== me.entity ? [id] : [],
  )
  const liked = open[Math.floor(tempo.chance(open.length))]
  if (liked !== undefined && tempo.often(0.05)) await guest.say('questions.support', { question: liked as never })
}
