/** Lists of people as CSV: looked at first, then imported whole or not at all; the same file again changes nothing. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId } from '../../access/default-people.ts'
import { personIdFor } from '../../access/person-ids.ts'
import type { Keys } from '../../access/server-key.ts'
import { importList, largestList, listFor, type Sent } from '../../application/import-people.ts'
import { FaultyList } from '../../roster/list-errors.ts'
import type { Given, PeopleList } from '../../roster/people-list.ts'
import type { Matched } from '../../roster/person-matcher.ts'
import type { Roster } from '../../roster/roster.ts'
import { askers } from '../authentication.ts'
import { type KeeperPorts, keeperOf } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import { bodyAsSent } from '../schema-validation.ts'
import * as described from '../schemas/people-lists.ts'

export type ListPorts = KeeperPorts & { readonly keys: Keys; readonly roster: Roster }

/** Rows that a preview shows, and faults that an answer names; all are counted. */
const [shownRows, shownFaults] = [20, 1_000]

export async function lists(instance: FastifyInstance, ports: ListPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { roster } = ports
  const importing = { roster, idFor: personIdFor(ports.keys), freshId }
  const keepers = askers((request) => keeperOf(ports, request))
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: largestList }, (_, body, done) => done(null, body))
  app.addHook('onRequest', keepers.hear)

  const preview = { schema: described.preview, validatorCompiler: bodyAsSent }
  app.post('/api/sessions/:id/people/preview', preview, async (request, reply) => {
    const { session } = keepers.of(request)
    const sent = sentIn(request.body, request.query)
    return await unlessUnreadable(reply, async () => {
      const { key, separator, columns, ignored, faults, counts, people } = await listFor(session, sent, importing)
      const repeated = (await roster.imported(session.id, key)) !== null
      return { key, separator, columns, ignored, counts, repeated, sample: people.slice(0, shownRows).map(rowOf), ...faultsOf(faults) }
    })
  })

  const whole = { schema: described.importing, validatorCompiler: bodyAsSent }
  app.post('/api/sessions/:id/people/import', whole, async (request, reply) => {
    const { session, actor } = keepers.of(request)
    const sent = sentIn(request.body, request.query)
    return await unlessUnreadable(reply, async () => {
      const said = await importList(session, actor, sent, importing)
      if (said.kind === 'refused') throw new Refused(asWhy(said.why))
      if (said.kind === 'faulty') return await reply.code(422).send({ why: 'rows-refused', ...faultsOf(said.faults) })
      return { key: said.key, counts: said.counts, repeated: said.repeated }
    })
  })
}

function sentIn(body: unknown, { columns = {} }: { readonly columns?: object | undefined }): Sent {
  if (!Buffer.isBuffer(body)) throw new Refused('csv-only')
  return { bytes: body, columns: columns as Given }
}

/** A file that is refused as a whole is answered with why, and what that is about. */
async function unlessUnreadable<T>(reply: FastifyReply, read: () => Promise<T>): Promise<T | FastifyReply> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof FaultyList)) throw error
    return reply.code(422).send({ why: error.why, about: error.about })
  }
}

const faultsOf = (faults: PeopleList['faults']) => ({ faults: faults.slice(0, shownFaults), faultCount: faults.length })

const rowOf = ({ listed, outcome, admission, details }: Matched): object => ({
  line: listed.line,
  outcome,
  entity: admission.entity,
  group: admission.group,
  channel: admission.channel,
  ...details,
})
