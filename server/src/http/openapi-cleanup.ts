/** What the generators of the document leave to be said. */
import type { SwaggerTransformObject } from '@fastify/swagger'
import type { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'

type Config = NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']>

/** Text is cleaned on its way in, and is text when it comes out. What can be said in a plainer way is left out. */
export const zodToJsonConfig: Config = {
  override: ({ zodSchema, jsonSchema }) => {
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (zodSchema instanceof z.ZodPipe && zodSchema.in instanceof z.ZodString && jsonSchema.type === undefined) jsonSchema.type = 'string'
  },
}

type Document = ReturnType<SwaggerTransformObject>

/** Without the schemas that nothing refers to; and a body that may be left out is said to be one. */
export function tidied(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === 'requestBody' && mayBeNull(value)) return { ...value, required: false }
    if (key === 'components') return { ...value, schemas: referredTo(value.schemas, document) }
    return value
  }) as Document
}

function referredTo(schemas: object, document: Document): object {
  const text = JSON.stringify(document)
  return Object.fromEntries(Object.entries(schemas).filter(([id]) => text.includes(`"#/components/schemas/${id}"`)))
}

const body = z.object({ content: z.record(z.string(), z.object({ schema: z.object({ anyOf: z.array(z.object({ type: z.string() })) }) })) })

const mayBeNull = (value: unknown): boolean => {
  const read = body.safeParse(value)
  return read.success && Object.values(read.data.content).some(({ schema }) => schema.anyOf.some(({ type }) => type === 'null'))
}
