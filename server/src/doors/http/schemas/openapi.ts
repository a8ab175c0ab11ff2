import { z } from 'zod'
import { jsonAnswer, readRoute } from './route-spec.ts'

export const getOpenApiSchema = readRoute({
  id: 'getOpenApi',
  tag: 'This interface',
  summary: 'This document',
  access: 'everybody',
  answers: { 200: jsonAnswer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
})
