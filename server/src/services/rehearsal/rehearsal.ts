/**
 * A whole session with simulated people, over the real protocol against this server. It is marked as a rehearsal, and is deleted when the
 * real session opens.
 */

import { randomBytes } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { CastName } from '@rostrum/shared/contract/rehearsals'
import { elapsed, type Instant } from '@rostrum/shared/kernel/time'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import { admitDefaultPeople } from '../../people/access/default-people.ts'
import type { JoinCodes } from '../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../people/access/personal-links.ts'
import { casts } from './casts.ts'
import { compressPlan } from './compress-plan.ts'
import { playNoteTaker } from './note-taker.ts'
import { playChair, playModerator } from './officers.ts'
import { makePeople, playParticipant } from './participants.ts'
import { listRehearsalPeople } from './rehearsal-people.ts'
import type { Scene } from './scene.ts'
import { playSense } from './sense.ts'
import { SimulatedClient } from './simulated-client.ts'
import { SimulationClock } from './simulation-clock.ts'
import { watchTakeOver } from './take-over.ts'

export type RehearsalOptions = {
  /** How many times faster than planned it runs. */
  readonly speed: number
  readonly people: number
  readonly cast: CastName
  readonly seed: number
}
export type RehearsalPorts = {
  readonly sessions: SessionRegistry
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly logger: Logger
  readonly now: () => Instant
  /** Returns the address of this server for connections from this machine. */
  readonly getServerUrl: () => string
}
export type Rehearsal = {
  readonly session: SessionId
  /** Resolves when the simulated chair has closed the session, or has stopped because somebody else took over. */
  readonly chairDone: Promise<void>
  /** Resolves when all simulated people have left: the session is closed, or the rehearsal was stopped. */
  readonly done: Promise<void>
  stop(): void
}

/** One person in this many stays unconfirmed, so that a secretariat can practise confirming. The others are as if they were on a list. */
const unconfirmedEvery = 10

/** Creates the session and starts the rehearsal, which continues in the background. */
export async function startRehearsal(plan: Plan, options: RehearsalOptions, ports: RehearsalPorts): Promise<Rehearsal> {
  const id = `rehearsal-${randomBytes(6).toString('hex')}` as SessionId
  const session = await ports.sessions.create(id, compressPlan(plan, options.speed, ports.now()))
  await admitDefaultPeople(session, listRehearsalPeople(plan))
  const clock = new SimulationClock(options.speed, options.seed)
  const sessionLength = elapsed(plan.startsAt, plan.endsAt)
  let resolveChairDone = (): void => undefined
  const chairDone = new Promise<void>((resolve) => {
    resolveChairDone = resolve
  })
  const done = playRehearsal(
    session,
    plan,
    options,
    { clock, sessionLength, cast: casts[options.cast], people: options.people },
    ports,
    resolveChairDone,
  ).catch((error: unknown) => {
    ports.logger.error({ err: error, session: id }, 'a rehearsal failed')
  })
  return { session: id, chairDone, done, stop: () => clock.stop() }
}

async function playRehearsal(
  session: Session,
  plan: Plan,
  { people }: RehearsalOptions,
  scene: Scene,
  { links, joinCodes, getServerUrl }: RehearsalPorts,
  resolveChairDone: () => void,
): Promise<void> {
  const { clock } = scene
  const { id } = session
  let leave = (): void => undefined
  const clients: SimulatedClient[] = []
  const enter = async (credentials: Parameters<typeof SimulatedClient.enter>[1]) => {
    const client = await SimulatedClient.enter(getServerUrl(), credentials)
    clients.push(client)
    return client
  }
  try {
    const chair = await enter({ link: await links.getOrCreate(id, 'chair' as PersonId) })
    const secretariat = await enter({ link: await links.getOrCreate(id, 'secretariat' as PersonId) })
    const code = await joinCodes.getOrCreate(id)
    leave = watchTakeOver(session, chair, secretariat)
    const plays = [
      playChair(chair, scene).then(resolveChairDone),
      playSense(chair, scene),
      playModerator(secretariat, clock),
      playNoteTaker(secretariat, clock),
    ]
    for (const [index, person] of makePeople(plan, people).entries()) {
      if (clock.isOver) break
      const client = await enter({ code, person })
      if (index % unconfirmedEvery !== 0) await secretariat.send('people.confirm', { person: client.person })
      plays.push(playParticipant(client, scene))
    }
    await Promise.all(plays)
  } finally {
    leave()
    clock.stop()
    for (const client of clients) client.leave()
  }
}
