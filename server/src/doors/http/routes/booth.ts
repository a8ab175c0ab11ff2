/** Texts for the interpreters, and lines between them. None of it reaches the log, a view or a disk. */

import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isMember } from '../../../engine/presence/membership.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { Booths } from '../../../services/booth/booths.ts'
import { createAuthenticator } from '../authentication.ts'
import { type HolderPorts, requireHolder } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type BoothRoutePorts = HolderPorts & {
  readonly booths: Pick<Booths<unknown>, 'handIn' | 'takeBack' | 'getHandedIn' | 'getTakenBackAt' | 'write' | 'putOnAir' | 'handOver'>
}

export async function boothRoutes(instance: FastifyInstance, ports: BoothRoutePorts): Promise<void> {
  await instance.register(textRoutes, ports)
  await instance.register(interpreterRoutes, ports)
}

/** Limits the requests of one person per minute, before a body is read: a text takes longer to read than to refuse. */
const limitTo = (max: number, getKey: (request: FastifyRequest) => string) => ({
  rateLimit: { max, timeWindow: 60_000, hook: 'preParsing' as const, keyGenerator: getKey },
})

/** In a minute. Each text goes to every node. A person hands one in, and then again with a few corrections; six hundred do it at once at most. */
const mostTexts = { person: 10, session: 1_200 }
/** The milliseconds between two texts. All that a session may hand in in a minute takes ten seconds of it. */
const turnMs = 8

/** The routes of people who may speak, each for their own text. */
async function textRoutes(instance: FastifyInstance, { booths, ...ports }: BoothRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator(async (request) => {
    const { session, person } = await requireHolder(ports, request)
    if (!isMember(person)) throw new HttpError('forbidden')
    return { session, person: person.id }
  })
  instance.addHook('onRequest', authenticator.hook)
  const config = limitTo(
    mostTexts.person,
    (request) => `booth ${authenticator.get(request).session.id} ${authenticator.get(request).person}`,
  )
  const countOfPerson = instance.createRateLimit({ ...config.rateLimit, max: mostTexts.person })
  const countInSession = instance.createRateLimit({
    ...{ max: mostTexts.session, timeWindow: 60_000 },
    keyGenerator: (request) => `booth texts ${authenticator.get(request).session.id}`,
  })
  let lastTurn = Promise.resolve()
  /** Counts a text and waits for its turn, before it is read: to read one takes longer than an act of the Chair. */
  const takeTurn = async (request: FastifyRequest): Promise<void> => {
    for (const count of [countOfPerson, countInSession]) {
      const result = await count(request)
      if (!result.isAllowed && result.isExceeded) throw new HttpError('too-many-requests', null, result.ttlInSeconds)
    }
    lastTurn = lastTurn.then(() => pause(turnMs))
    await lastTurn
  }
  const describe = (request: FastifyRequest) => {
    const { session, person } = authenticator.get(request)
    const found = booths.getHandedIn(session, person)
    return { handedIn: found && { mark: found.mark, at: found.at }, takenBackAt: booths.getTakenBackAt(session, person) }
  }

  route('GET /api/me/booth-text', async (request) => describe(request))

  route(
    'PUT /api/me/booth-text',
    async (request) => {
      const { session, person } = authenticator.get(request)
      requireNotClosed(session)
      if (booths.handIn(session, person, request.body) === null) throw new HttpError('too-many-texts')
      return describe(request)
    },
    { onRequest: takeTurn },
  )

  route(
    'DELETE /api/me/booth-text',
    async (request) => {
      const { session, person } = authenticator.get(request)
      booths.takeBack(session, person)
      return describe(request)
    },
    { config },
  )
}

async function interpreterRoutes(instance: FastifyInstance, { booths, ...ports }: BoothRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator(async (request) => {
    const { session, person } = await requireHolder(ports, request)
    if (person.booth === undefined) throw new HttpError('forbidden')
    return { session, booth: person.booth }
  })
  instance.addHook('onRequest', authenticator.hook)
  const config = limitTo(120, (request) => `booth ${authenticator.get(request).session.id} ${authenticator.get(request).booth}`)

  route(
    'POST /api/booth/lines',
    async (request) => {
      const { session, booth } = authenticator.get(request)
      requireNotClosed(session)
      booths.write(session, booth, request.body)
      return { ok: true as const }
    },
    { config },
  )

  route(
    'POST /api/booth/on-air',
    async (request) => {
      const { session, booth } = authenticator.get(request)
      requireNotClosed(session)
      booths.putOnAir(session, booth, request.body.device)
      return { ok: true as const }
    },
    { config },
  )

  route(
    'POST /api/booth/hand-over',
    async (request) => {
      const { session, booth } = authenticator.get(request)
      requireNotClosed(session)
      if (!booths.handOver(session, booth, request.body.device)) throw new HttpError('conflict')
      return { ok: true as const }
    },
    { config },
  )
}

const requireNotClosed = ({ state }: Session): void => {
  if (state.session.phase === 'closed') throw new HttpError('session-closed')
}
