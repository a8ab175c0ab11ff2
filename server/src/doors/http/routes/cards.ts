/** Everybody who may take part, for printed cards and lists. */

import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { FastifyInstance } from 'fastify'
import { isMember } from '../../../engine/presence/membership.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import { makeEnterUrl } from '../../../people/access/urls.ts'
import type { Roster } from '../../../people/roster/roster.ts'
import { findMailLanguage } from '../../../services/mail/mail-language.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireRosterAccess } from '../authorization.ts'
import { createRouter } from '../router.ts'

export type CardPorts = AuthorizationPorts & {
  readonly links: PersonalLinks
  readonly roster: Roster
  readonly getPublicUrl: () => string
}

/** The number of links that are created at the same time. */
const batchSize = 500

export async function cardRoutes(instance: FastifyInstance, ports: CardPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/cards', async (request) => {
    const { session } = authenticator.get(request)
    const { plan, groups } = session.state.session
    const details = await ports.roster.list(session.id)
    const members = [...session.state.people.all.values()]
      .filter((person) => isMember(person) && !person.revoked)
      .map(({ id, number, entity, group, channel }) => ({
        person: id,
        number,
        entity,
        name: details.get(id)?.name ?? null,
        group,
        channel,
      }))
      .sort((a, b) => collator.compare(a.entity, b.entity) || collator.compare(a.name ?? '', b.name ?? '') || a.number - b.number)
    const makeUrl = async (person: (typeof members)[number]['person']): Promise<string | null> => {
      if (request.query.links !== 'yes') return null
      const language = findMailLanguage(details.get(person)?.language ?? null)
      return makeEnterUrl(ports.getPublicUrl(), await ports.links.getOrCreate(session.id, person), language)
    }
    const people: AnswerOf<'GET /api/sessions/:id/cards'>['people'][number][] = []
    for (let begin = 0; begin < members.length; begin += batchSize) {
      const batch = members.slice(begin, begin + batchSize)
      people.push(...(await Promise.all(batch.map(async (member) => ({ ...member, url: await makeUrl(member.person) })))))
    }
    return { title: plan.title, groups, people }
  })
}

const collator = new Intl.Collator('und')
