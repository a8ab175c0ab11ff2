/** Validates requests by the schemas that describe them, and answers with our refusals. */
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { z } from 'zod'
import { HttpError, parseBody } from './http-error.ts'

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

/**
 * For every route. Answers are not validated at run time. Tests do that. Fastify gets these when it is made: without them it loads
 * compilers of its own, which makes every start 50 ms longer.
 */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    // Fastify knows the types of its own compiler alone.
    buildValidator: () => validateSchema as never,
    buildSerializer: () => () => (answer) => JSON.stringify(answer),
  },
}

/** For routes that read the body themselves and report each error in it. */
export const validateExceptBody: FastifySchemaCompiler<unknown> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validateSchema(route)
