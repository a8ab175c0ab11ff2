/** The document that tells programs what these doors take and answer (OpenAPI 3.1), and a page to read it on. */
import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tidied, zodToJsonConfig } from './openapi-cleanup.ts'
import * as described from './schemas/openapi.ts'
import { tags } from './schemas/route-spec.ts'

const product = z.object({ version: z.string() })
const { version } = product.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))

const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description }) as const
const secrets = {
  organiser: bearer('The secret of the organizer: what is after the # of the organizer’s link.'),
  token: bearer('A token for programs, made by the organizer. It does what the organizer does, except make tokens.'),
  ticket: bearer('A ticket of the session, from POST /api/tickets.'),
  link: bearer('The secret of a personal link: what is after its #.'),
}

const about = `All that the organizer’s page does, for programs.

Secrets are sent as \`Authorization: Bearer <secret>\`. Times in answers are milliseconds since 1970-01-01 UTC. Bodies are JSON unless something
else is said, and unknown fields are refused. A refusal is \`{ "why": "<reason>" }\`. Where it is \`unavailable\`, nothing was stored, and it can be asked again.`

/** Nothing is sent from the page, and no secret is typed into it. */
const forReading = '.swagger-ui .scheme-container, .swagger-ui .auth-wrapper, .swagger-ui .authorization__btn { display: none; }'

const withSchemas = createJsonSchemaTransformObject({ zodToJsonConfig })

/** Not encapsulated: it describes the routes that the instance gets after it. */
export async function openapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rostrum', version, description: about },
      servers: [{ url: '/' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: { securitySchemes: secrets },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => tidied(withSchemas(document)),
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Rostrum: the HTTP interface', css: [{ filename: 'page.css', content: forReading }] },
    // No stored secrets, and no validator of somebody else's.
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [], persistAuthorization: false, validatorUrl: null, deepLinking: true },
  })
  app.get('/api/openapi.json', { schema: described.read }, async () => app.swagger())
}
