/** The OpenAPI 3.1 document of the HTTP API, and a page to read it. */
import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { operationTags } from '@rostrum/shared/api/operation'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type MadeAnswer, makeAnswer, sendUnlessHeld } from './made-answer.ts'
import { cleanOpenApi, zodToJsonConfig } from './openapi-cleanup.ts'
import { describeViews } from './openapi-views.ts'
import { createRouter } from './router.ts'

const packageSchema = z.object({ version: z.string() })
const { version } = packageSchema.parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')))

const makeBearerScheme = (description: string) => ({ type: 'http', scheme: 'bearer', description }) as const
const securitySchemes = {
  organizer: makeBearerScheme('The secret of an organizer: the part after the # of their link.'),
  token: makeBearerScheme(
    'A token for programs, created by an organizer. It may do what an organizer may, except create tokens and organizers.',
  ),
  ticket: makeBearerScheme('A ticket of the session, from POST /api/tickets.'),
  captionKey: makeBearerScheme('The key of a caption track, as it stands in its address. It opens this track, and nothing else.'),
  sessionToken: makeBearerScheme('A token of one session and one role, created by an organizer. It may do what that role may.'),
  link: makeBearerScheme('The secret of a personal link: the part after its #.'),
}

const apiDescription = `Everything that the organizer’s page does, for programs.

Secrets are sent as \`Authorization: Bearer <secret>\`. Times in answers are milliseconds since 1970-01-01 UTC. Bodies are JSON unless the
route says otherwise, and unknown fields are refused. A refusal is \`{ "reason": "<reason>" }\`. If it is \`unavailable\`, nothing was
stored, and the request can be repeated.`

/** The page is for reading only: it cannot send requests, and nobody types a secret into it. */
const pageStyles = '.swagger-ui .scheme-container, .swagger-ui .auth-wrapper, .swagger-ui .authorization__btn { display: none; }'

const pagePath = '/api/docs'
const ownDocuments: ReadonlySet<string> = new Set([`${pagePath}/json`, `${pagePath}/yaml`])

const transformSchemas = createJsonSchemaTransformObject({ zodToJsonConfig })

/** Serves the document and its page. It is not encapsulated: it describes the routes that are added to the instance after it. */
export async function openApiRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rostrum', version, description: apiDescription },
      servers: [{ url: '/' }],
      tags: Object.entries(operationTags).map(([name, description]) => ({ name, description })),
      components: { securitySchemes: securitySchemes },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => cleanOpenApi(transformSchemas(document), describeViews()),
  })
  await app.register(swaggerUi, {
    routePrefix: pagePath,
    theme: { title: 'Rostrum: the HTTP interface', css: [{ filename: 'page.css', content: pageStyles }] },
    // The page stores no secrets and calls no external validator.
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [], persistAuthorization: false, validatorUrl: null, deepLinking: true },
    // The plugin would write the whole document out for each request. It has it from the one address instead.
    uiHooks: {
      onRequest: async ({ routeOptions }, reply) => ownDocuments.has(routeOptions.url ?? '') && reply.redirect('/api/openapi.json'),
    },
  })
  let document: MadeAnswer | null = null
  createRouter(app)('GET /api/openapi.json', async (request, reply) => {
    document ??= makeAnswer(app.swagger())
    return sendUnlessHeld(request, reply, document)
  })
}
