/** Serves the built client. Files with a hash in their name are cached for ever. The page itself is never cached. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendError } from '../http-error.ts'

const indexPage = 'index.html'
const workerFile = 'offline-worker.js'
/** Participants, and people who are about to enter, get the light build. */
const lightPage = `light/${indexPage}`
const lightPaths: readonly string[] = ['/room', '/remote', '/join', '/j', '/enter']

/** If no client is built, as in development, there is only the API. Not encapsulated: it answers every other path. */
export async function assetRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = await exists(join(folder, indexPage))
  if (isBuilt) await serveFiles(app, folder)
  app.setNotFoundHandler(async (request, reply) => {
    if (isBuilt && isClientRoute(request.method, request.url)) return reply.sendFile(selectPage(request.url))
    return sendError(reply, 'not-found')
  })
}

async function serveFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', getCacheControl(path.slice(folder.length + 1)))
    },
  })
  app.get('/', (_, reply) => reply.sendFile(indexPage))
  // A service worker is in charge of the pages below its own address only.
  app.get(`/${workerFile}`, (_, reply) => reply.sendFile(`light/${workerFile}`))
}

function selectPage(url: string): string {
  const [path = ''] = url.split('?')
  return lightPaths.includes(path) ? lightPage : indexPage
}

function getCacheControl(path: string): string {
  if (path.startsWith(indexPage) || path.startsWith(lightPage)) return 'no-store'
  return /^(light[/\\])?assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Paths that are no file and no API route belong to the router of the client. */
function isClientRoute(method: string, url: string): boolean {
  const [path = ''] = url.split('?')
  return /^(GET|HEAD)$/.test(method) && !/^\/(api|assets|light|metrics|socket\.io)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
