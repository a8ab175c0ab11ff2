import { z } from 'zod'
import { emptyAnswer, jsonAnswer, type OperationTable } from './operation.ts'

export const openapiOperations = {
  'GET /api/openapi.json': {
    id: 'getOpenApi',
    tag: 'This interface',
    summary: 'This document',
    access: 'everybody',
    headers: z.object({ 'if-none-match': z.string().optional().describe('The `ETag` of the document that the client holds.') }),
    answers: {
      200: jsonAnswer('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })),
      304: emptyAnswer('It is the document whose `ETag` was sent as `If-None-Match`.'),
    },
  },
} as const satisfies OperationTable
