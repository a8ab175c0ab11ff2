import { z } from 'zod'
import { jsonAnswer, type OperationTable } from './operation.ts'

export const openapiOperations = {
  'GET /api/openapi.json': {
    id: 'getOpenApi',
    tag: 'This interface',
    summary: 'This document',
    access: 'everybody',
    answers: { 200: jsonAnswer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
  },
} as const satisfies OperationTable
