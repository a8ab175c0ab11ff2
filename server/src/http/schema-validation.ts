/** Validates requests by the schemas that describe them, and answers with our refusals. */
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { HttpError, parseBody } from './http-error.ts'

/** For every route of this instance. Answers are not validated at run time. Tests do that. */
export function addSchemaValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(validateSchema)
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
}

/** All our schemas are zod schemas. Fastify does not know their type. */
export const validateSchema: FastifySchemaCompiler<unknown> =
  ({ schema }) =>
  (sent: unknown) => {
    try {
      return { value: parseBody(schema as z.ZodType, sent) }
    } catch (error) {
      if (error instanceof HttpError) return { error }
      throw error
    }
  }

/** For routes that read the body themselves and report each error in it. */
export const validateExceptBody: FastifySchemaCompiler<unknown> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validateSchema(route)
