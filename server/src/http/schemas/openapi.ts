import { z } from 'zod'
import { json, reading } from './route-spec.ts'

export const read = reading({
  id: 'readDocument',
  tag: 'This interface',
  summary: 'This document',
  who: 'everybody',
  answers: { 200: json('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
})
