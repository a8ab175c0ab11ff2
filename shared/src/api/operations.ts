/** All operations of the HTTP API, and their types. */
import type { z } from 'zod'
import type { ReadonlyDeep } from '../kernel/readonly-deep.ts'
import { actingOperations } from './acting.ts'
import { boothOperations } from './booth.ts'
import { captionsOperations } from './captions.ts'
import { cardsOperations } from './cards.ts'
import { invitationsOperations } from './invitations.ts'
import { linksOperations } from './links.ts'
import { mailOperations } from './mail.ts'
import { meOperations } from './me.ts'
import { openapiOperations } from './openapi.ts'
import type { bodyReasons, commonReasons, operationAccess, TypeOf } from './operation.ts'
import { organizersOperations } from './organizers.ts'
import { peopleOperations } from './people.ts'
import { peopleListsOperations } from './people-lists.ts'
import { planningOperations } from './planning.ts'
import type { FailureReason } from './reasons.ts'
import { recordOperations } from './record.ts'
import { rehearsalsOperations } from './rehearsals.ts'
import { sessionTokensOperations } from './session-tokens.ts'
import { sessionsOperations } from './sessions.ts'
import { staffOperations } from './staff.ts'
import { ticketsOperations } from './tickets.ts'
import { tokensOperations } from './tokens.ts'
import { webhooksOperations } from './webhooks.ts'

export const operations = {
  ...openapiOperations,
  ...ticketsOperations,
  ...sessionsOperations,
  ...planningOperations,
  ...linksOperations,
  ...peopleOperations,
  ...peopleListsOperations,
  ...invitationsOperations,
  ...mailOperations,
  ...cardsOperations,
  ...recordOperations,
  ...rehearsalsOperations,
  ...organizersOperations,
  ...tokensOperations,
  ...staffOperations,
  ...captionsOperations,
  ...boothOperations,
  ...actingOperations,
  ...sessionTokensOperations,
  ...webhooksOperations,
  ...meOperations,
}

export type Operations = typeof operations
/** A method and path, such as `GET /api/sessions`. */
export type OperationName = keyof Operations

type Field<N extends OperationName, F extends string> = Operations[N] extends { readonly [K in F]: infer Value } ? Value : never

/** The answer that is sent as `application/json` if the operation succeeds. */
export type AnswerOf<N extends OperationName> = Operations[N]['answers'][keyof Operations[N]['answers']] extends infer Answer
  ? Answer extends { readonly content: { readonly 'application/json': { readonly schema: infer Schema extends z.ZodType } } }
    ? TypeOf<Schema>
    : never
  : never

type SentPart<Key extends string, Schema> = [Schema] extends [never]
  ? unknown
  : undefined extends z.input<Schema>
    ? { readonly [K in Key]?: ReadonlyDeep<z.input<Schema>> }
    : { readonly [K in Key]: ReadonlyDeep<z.input<Schema>> }
/** The input that a client sends. A body that is not JSON is a file. */
export type InputOf<N extends OperationName, File> = SentPart<'params', Field<N, 'params'>> &
  SentPart<'query', Field<N, 'query'>> &
  (Operations[N] extends { readonly takes: readonly string[] } ? { readonly body: File } : SentPart<'body', Field<N, 'body'>>)

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never
type Parsed<Schema> = Schema extends z.ZodType ? TypeOf<Schema> : never
type FaultOf<N extends OperationName> = Parsed<ElementOf<Field<N, 'faults'>>>
type PlainReasonOf<N extends OperationName> =
  | (typeof commonReasons)[number]
  | (N extends `GET ${string}` ? never : (typeof bodyReasons)[number])
  | (typeof operationAccess)[Operations[N]['access']]['reasons'][number]
  | ElementOf<Field<N, 'refusals'>>
/** The body of a refusal. `at`: the field or row of the error, `rule`: what is allowed there. */
export type RefusalOf<N extends OperationName> = N extends OperationName
  ? { readonly reason: PlainReasonOf<N>; readonly at?: string; readonly rule?: string } | FaultOf<N>
  : never
/** Why a request for one of these operations failed. */
export type FailureOf<N extends OperationName> = Extract<FailureReason, RefusalOf<N>['reason'] | 'no-connection'>
