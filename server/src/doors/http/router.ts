/**
 * Serves the operations of the table. Fastify validates requests by the schemas of an operation, and the compiler checks what its handler
 * answers.
 */
import type { Operation } from '@rostrum/shared/api/operation'
import { bodyReasons, commonReasons, jsonAnswer, operationAccess } from '@rostrum/shared/api/operation'
import { type AnswerOf, type OperationName, type Operations, operations } from '@rostrum/shared/api/operations'
import { getHttpStatus, isAccessReason, type PlainReason } from '@rostrum/shared/api/reasons'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteShorthandOptions } from 'fastify'
import { z } from 'zod'

type Read<N extends OperationName, Part extends string> = Operations[N] extends { readonly [P in Part]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : unknown
type RouteOf<N extends OperationName> = {
  readonly Params: Read<N, 'params'>
  readonly Querystring: Read<N, 'query'>
  readonly Body: Read<N, 'body'>
}
type Handler<N extends OperationName> = (request: FastifyRequest<RouteOf<N>>, reply: FastifyReply) => Promise<AnswerOf<N> | FastifyReply>
type Options = Pick<RouteShorthandOptions, 'bodyLimit' | 'config' | 'onRequest' | 'validatorCompiler'>

/** Creates a function that adds operations. The result of a handler is answered with the status of success. */
export const createRouter =
  (app: FastifyInstance) =>
  <N extends OperationName>(name: N, handler: Handler<N>, options: Options = {}): void => {
    const [method = '', url = ''] = name.split(' ')
    const operation: Operation = operations[name]
    const success = Number(Object.keys(operation.answers)[0])
    app.route<RouteOf<N>>({
      ...options,
      method,
      url,
      schema: makeSchema(operation, method === 'GET' ? [] : bodyReasons),
      handler: (request, reply) => handler(request, reply.code(success)),
    })
  }

function makeSchema(operation: Operation, ownReasons: readonly PlainReason[]): FastifySchema {
  const { id, tag, summary, about, access, params, query, headers, body, takes, answers, refusals = [], faults = [] } = operation
  const { text, secrets, reasons } = operationAccess[access]
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: about === undefined ? text : `${about}\n\n${text}`,
    security: secrets.map((secret) => ({ [secret]: [] })),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(headers && { headers }),
    ...(body && { body }),
    ...(takes && { consumes: [...takes] }),
    response: { ...answers, ...makeErrorAnswers([...reasons, ...ownReasons, ...refusals, ...commonReasons], faults) },
  }
}

/** The position of an error in a request, and what is allowed there. */
const faultFields = {
  at: z.string().optional().describe('The field, such as `people.2.email`, or the row of a file; empty for the whole.'),
  rule: z.string().optional().describe('What is allowed there.'),
}

function makeErrorAnswers(reasons: readonly PlainReason[], faults: readonly z.ZodType[]): Operation['answers'] {
  const listStatuses = (reason: PlainReason) => [getHttpStatus(reason), ...(isAccessReason(reason) ? [401] : [])]
  const statuses = new Set([...reasons.flatMap(listStatuses), ...(faults.length > 0 ? [422] : [])])
  return Object.fromEntries(
    [...statuses].map((status) => {
      const statusReasons = [...new Set(reasons.filter((reason) => listStatuses(reason).includes(status)))]
      const plain =
        statusReasons.length > 0
          ? [z.object({ reason: z.enum(statusReasons), ...(status === 400 || status === 422 ? faultFields : {}) })]
          : []
      const schemas = [...plain, ...(status === 422 ? faults : [])]
      const reasonList = statusReasons.map((reason) => `\`${reason}\``).join(', ')
      const description = `Refused${reasonList === '' ? '' : `: ${reasonList}`}${plain.length < schemas.length ? ', with all errors.' : '.'}`
      return [status, jsonAnswer(description, schemas.length === 1 && schemas[0] ? schemas[0] : z.union(schemas))]
    }),
  )
}
