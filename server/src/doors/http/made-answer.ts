/** Answers that are made once and sent as bytes. Asking for one again and again costs the server no more than a file. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type MadeAnswer = { readonly bytes: Buffer; readonly tag: string }

/** `value`: as JSON can hold it. */
export function makeAnswer(value: unknown): MadeAnswer {
  const bytes = Buffer.from(JSON.stringify(value))
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

export const sendMade = (reply: FastifyReply, { bytes }: MadeAnswer): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(bytes)

/** Answers with 304 and nothing where the client holds the bytes already. */
export function sendUnlessHeld(request: FastifyRequest, reply: FastifyReply, made: MadeAnswer): FastifyReply {
  reply.header('etag', made.tag)
  return request.headers['if-none-match'] === made.tag ? reply.code(304).send() : sendMade(reply, made)
}
