/** A whole session with simulated people, over the real protocol against this very server; marked as what it is, and gone before the real one opens. */
import { randomBytes } from 'node:crypto'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Instant } from '@rostrum/shared/kernel/time'
import { offices, seat } from '../access/default-people.ts'
import type { Codes } from '../access/join-codes.ts'
import type { Links } from '../access/personal-links.ts'
import type { Sessions } from '../session/session-registry.ts'
import type { Logger } from '../telemetry/logger.ts'
import { compressed } from './compress-plan.ts'
import { takeNotes } from './note-taker.ts'
import { moderate, preside } from './officers.ts'
import { figures, take } from './participants.ts'
import { Guest } from './simulated-client.ts'
import { Tempo } from './simulation-clock.ts'

export type Wish = {
  /** How many times faster than planned. */
  readonly speed: number
  readonly people: number
  readonly seed: number
}
export type Ports = {
  readonly sessions: Sessions
  readonly links: Links
  readonly codes: Codes
  readonly logger: Logger
  readonly now: () => Instant
  /** Where this server is reached from this machine. */
  readonly url: () => string
}
export type Rehearsal = {
  readonly session: SessionId
  /** The simulated chair has closed the session, or has stood back for somebody who drives. */
  readonly presided: Promise<void>
  /** Everybody has left: the session is closed, or the play was stopped. */
  readonly done: Promise<void>
  stop(): void
}

/** Makes the session and begins to play; it goes on by itself. */
export async function rehearse(plan: Plan, wish: Wish, ports: Ports): Promise<Rehearsal> {
  const id = `rehearsal-${randomBytes(6).toString('hex')}` as SessionId
  const session = await ports.sessions.create(id, compressed(plan, wish.speed, ports.now()))
  await seat(session, offices)
  const tempo = new Tempo(wish.speed, wish.seed)
  let rise = (): void => undefined
  const presided = new Promise<void>((resolve) => {
    rise = resolve
  })
  const done = play(id, plan, wish, tempo, ports, rise).catch((error: unknown) => {
    ports.logger.error({ err: error, session: id }, 'a rehearsal broke off')
  })
  return { session: id, presided, done, stop: () => tempo.stop() }
}

async function play(
  id: SessionId,
  plan: Plan,
  { people }: Wish,
  tempo: Tempo,
  { links, codes, url }: Ports,
  rise: () => void,
): Promise<void> {
  const guests: Guest[] = []
  const enter = async (entry: Parameters<typeof Guest.enter>[1]) => {
    const guest = await Guest.enter(url(), entry)
    guests.push(guest)
    return guest
  }
  try {
    const chair = await enter({ link: await links.current(id, 'chair' as PersonId) })
    const desk = await enter({ link: await links.current(id, 'secretariat' as PersonId) })
    const code = await codes.of(id)
    const parts = [preside(chair, tempo).then(rise), moderate(desk, tempo), takeNotes(desk, tempo)]
    for (const person of figures(plan, people)) {
      if (tempo.over) break
      parts.push(take(await enter({ code, person }), tempo))
    }
    await Promise.all(parts)
  } finally {
    tempo.stop()
    for (const guest of guests) guest.leave()
  }
}
