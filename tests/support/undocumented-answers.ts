/** Checks every answer of the servers that a test starts against the schema of its route. Reports each undocumented answer. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

type Schema = { safeParse(value: unknown): { readonly success: boolean } }
/** The documented answers by status. An answer without content has no body. */
type Answers = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>
type Request = {
  readonly method: string
  readonly routeOptions: { readonly url?: string; readonly schema?: { readonly response?: Answers } }
}
type Reply = { readonly statusCode: number; getHeader(name: string): unknown }
type Server = { addHook(name: 'onSend', hook: (request: Request, reply: Reply, payload: unknown) => Promise<void>): void }

/** Watches every server that is created, until `stop` is called. */
export function watchAnswers(): { readonly undocumented: readonly string[]; stop(): void } {
  const undocumented: string[] = []
  const watch = (message: unknown): void => {
    const { fastify } = message as { fastify: Server }
    fastify.addHook('onSend', async (request, reply, payload) => {
      const { url = '', schema } = request.routeOptions
      if (request.method !== 'HEAD' && schema?.response !== undefined && !isNamed(schema.response, reply, payload))
        undocumented.push(`${request.method} ${url}: ${reply.statusCode} ${String(payload).slice(0, 120)}`)
    })
  }
  subscribe('fastify.initialization', watch)
  return { undocumented, stop: () => unsubscribe('fastify.initialization', watch) }
}

function isNamed(answers: Answers, reply: Reply, payload: unknown): boolean {
  const answer = answers[reply.statusCode]
  if (answer !== undefined && answer.content === undefined) return payload === undefined || payload === ''
  const type = String(reply.getHeader('content-type')).split(';')[0] ?? ''
  const schema = answer?.content?.[type]?.schema
  if (schema === undefined) return false
  const text = payload instanceof Uint8Array ? Buffer.from(payload).toString() : String(payload)
  return type !== 'application/json' || schema.safeParse(JSON.parse(text)).success
}
