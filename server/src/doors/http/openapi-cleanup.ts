/** Corrects what the generators of the OpenAPI document leave incomplete. */
import type { SwaggerTransformObject } from '@fastify/swagger'
import type { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'

type JsonSchemaConfig = NonNullable<Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']>

/** Describes a transformed text as a string. Redundant patterns and limits are removed. */
export const zodToJsonConfig: JsonSchemaConfig = {
  override: ({ zodSchema, jsonSchema }) => {
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (zodSchema instanceof z.ZodPipe && zodSchema.in instanceof z.ZodString && jsonSchema.type === undefined) jsonSchema.type = 'string'
  },
}

type OpenApiDocument = ReturnType<SwaggerTransformObject>

/** Removes schemas without a reference, adds those of views, and marks a nullable body as optional. */
export function cleanOpenApi(document: OpenApiDocument, views: object): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === 'requestBody' && isNullable(value)) return { ...value, required: false }
    if (key === 'components') return { ...value, schemas: { ...keepReferenced(value.schemas, document), ...views } }
    return value
  }) as OpenApiDocument
}

function keepReferenced(schemas: object, document: OpenApiDocument): object {
  const text = JSON.stringify(document)
  return Object.fromEntries(Object.entries(schemas).filter(([id]) => text.includes(`"#/components/schemas/${id}"`)))
}

const nullableBodySchema = z.object({
  content: z.record(z.string(), z.object({ schema: z.object({ anyOf: z.array(z.object({ type: z.string() })) }) })),
})

const isNullable = (value: unknown): boolean => {
  const result = nullableBodySchema.safeParse(value)
  return result.success && Object.values(result.data.content).some(({ schema }) => schema.anyOf.some(({ type }) => type === 'null'))
}
