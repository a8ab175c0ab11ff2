/** Lists of people as files: previewed, then imported as a whole or not at all. Importing the same file again changes nothing. */

import { listMediaTypes } from '@rostrum/shared/api/people-lists'
import { maxListBytes } from '@rostrum/shared/contract/lengths'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import { makePersonIdDeriver } from '../../../people/access/person-ids.ts'
import type { ServerKey } from '../../../people/access/server-key.ts'
import { ListError } from '../../../people/roster/list-errors.ts'
import type { ListChoices } from '../../../people/roster/list-parser.ts'
import type { PeopleList } from '../../../people/roster/people-list.ts'
import type { MatchedPerson } from '../../../people/roster/person-matcher.ts'
import type { Roster } from '../../../people/roster/roster.ts'
import { importPeople, previewList, type SentList } from '../../application/import-people.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireRosterAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'
import { validateExceptBody } from '../schema-validation.ts'

export type PeopleListPorts = AuthorizationPorts & { readonly serverKey: ServerKey; readonly roster: Roster }

/** The most rows in a preview, and the most errors in an answer. The counts include all of them. */
const [maxSampleRows, maxShownErrors] = [20, 1_000]

/** The most values that are remembered for a session. */
const maxListValues = 2_000

export async function peopleListRoutes(instance: FastifyInstance, ports: PeopleListPorts): Promise<void> {
  const route = createRouter(instance)
  const { roster } = ports
  const importPorts = { roster, derivePersonId: makePersonIdDeriver(ports.serverKey), newCommandId }
  const authenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  instance.addContentTypeParser([...listMediaTypes], { parseAs: 'buffer', bodyLimit: maxListBytes }, (_, body, done) => done(null, body))
  instance.addHook('onRequest', authenticator.hook)

  const previewOptions = { validatorCompiler: validateExceptBody }
  route(
    'POST /api/sessions/:id/people/preview',
    async (request, reply) => {
      const { session } = authenticator.get(request)
      const sentList = readSentList(request.body, request.query)
      return await replyToListErrors(reply, async () => {
        const { key, source, headers, columns, nameOrder, ignored, counts, people, unclear, likely, ...errors } = await previewList(
          session,
          sentList,
          importPorts,
        )
        const repeated = (await roster.findImport(session.id, key)) !== null
        return {
          key,
          source,
          headers,
          columns,
          nameOrder,
          ignored,
          counts,
          repeated,
          unclear: unclear.slice(0, maxShownErrors),
          likely: likely.slice(0, maxShownErrors),
          likelyCount: likely.length,
          values: await roster.listValues(session.id),
          sample: people.slice(0, maxSampleRows).map(toPreviewRow),
          groups: session.state.session.groups,
          ...limitRowErrors(errors),
        }
      })
    },
    previewOptions,
  )

  route('PUT /api/sessions/:id/people/values', async (request) => {
    const { session } = authenticator.get(request)
    const { value, ...written } = request.body
    if (value === null) await roster.removeValue(session.id, written)
    else if ((await roster.listValues(session.id)).length >= maxListValues) throw new HttpError('too-large')
    else await roster.saveValue(session.id, { ...written, value })
    return { values: await roster.listValues(session.id) }
  })

  const importOptions = { validatorCompiler: validateExceptBody }
  route(
    'POST /api/sessions/:id/people/import',
    async (request, reply) => {
      const { session, actor } = authenticator.get(request)
      const sentList = readSentList(request.body, request.query)
      return await replyToListErrors(reply, async () => {
        const result = await importPeople(session, actor, sentList, importPorts)
        if (result.kind === 'refused') throw new HttpError(result.reason)
        if (result.kind === 'faulty') return await reply.code(422).send({ reason: 'rows-refused', ...limitRowErrors(result) })
        return { key: result.key, counts: result.counts, repeated: result.repeated }
      })
    },
    importOptions,
  )
}

function readSentList(
  body: unknown,
  { columns = {}, ...choices }: Omit<ListChoices, 'columns'> & { columns?: ListChoices['columns'] | undefined },
): SentList {
  if (!Buffer.isBuffer(body)) throw new HttpError('list-only')
  return { bytes: body, choices: { columns, ...choices } }
}

/** If the whole file is refused, answers 422. The answer has the reason and the place, or every error of the columns. */
async function replyToListErrors<T>(reply: FastifyReply, read: () => Promise<T>): Promise<T | FastifyReply> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ListError)) throw error
    return reply.code(422).send({ reason: error.reason, about: error.about, ...error.columns })
  }
}

const limitRowErrors = ({ faults, groupNames }: Pick<PeopleList, 'faults' | 'groupNames'>) => ({
  faults: faults.slice(0, maxShownErrors),
  faultCount: faults.length,
  groupNames,
})

const toPreviewRow = ({ rowPerson, outcome, admission, details: { phone: _, ...details } }: MatchedPerson) => ({
  line: rowPerson.line,
  outcome,
  entity: admission.entity,
  group: admission.group,
  channel: admission.channel,
  ...details,
})
