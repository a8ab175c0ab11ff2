/** What comes in is checked by the schemas that describe it, with the refusals that these doors have. */
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { bodyOf, Refused } from './http-error.ts'

/** For every route of this instance. Answers are described and not checked again: tests do that. */
export function checkBySchemas(app: FastifyInstance): void {
  app.setValidatorCompiler(checked)
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
}

/** All of our schemas are of one kind; Fastify leaves the kind open. */
export const checked: FastifySchemaCompiler<unknown> =
  ({ schema }) =>
  (sent: unknown) => {
    try {
      return { value: bodyOf(schema as z.ZodType, sent) }
    } catch (error) {
      if (error instanceof Refused) return { error }
      throw error
    }
  }

/** For bodies whose faults are told one by one, by whoever reads them. */
export const bodyAsSent: FastifySchemaCompiler<unknown> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : checked(route)
