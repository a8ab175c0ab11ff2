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
 * The compilers of every route. Answers are validated by tests, not at run time. Fastify gets these compilers when it is created. Otherwise
 * it would load its own, which makes every start 50 ms longer.
 */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    // Fastify knows only the types of its own compiler.
    buildValidator: () => validateSchema as never,
    buildSerializer: () => () => (answer) => JSON.stringify(answer),
  },
}

/** Validates everything except the body, for routes that read it themselves and report each error in it. */
export const validateExceptBody: FastifySchemaCompiler<unknown> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validateSchema(route)
