/** The built client. What has a hash in its name is kept for ever; the page itself is always asked for anew. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../http-error.ts'

const page = 'index.html'
/** Participants, and whoever is about to enter, get the light build. */
const lightPage = `light/${page}`
const lightDoors: readonly string[] = ['/room', '/remote', '/join', '/j', '/enter']

/** Where no client is built, in development, there are only the doors. Not encapsulated: it answers for every other path. */
export async function assets(app: FastifyInstance, folder: string): Promise<void> {
  const built = await isThere(join(folder, page))
  if (built) await serveFiles(app, folder)
  app.setNotFoundHandler(async (request, reply) => {
    if (built && isRoute(request.method, request.url)) return reply.sendFile(pageFor(request.url))
    return refuse(reply, 'not-found')
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
      reply.header('cache-control', cachingOf(path.slice(folder.length + 1)))
    },
  })
  app.get('/', (_, reply) => reply.sendFile(page))
}

function pageFor(url: string): string {
  const [path = ''] = url.split('?')
  return lightDoors.includes(path) ? lightPage : page
}

function cachingOf(path: string): string {
  if (path.startsWith(page) || path.startsWith(lightPage)) return 'no-store'
  return /^(light[/\\])?assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Paths that look like no file and belong to none of the doors are the client's own. */
function isRoute(method: string, url: string): boolean {
  const [path = ''] = url.split('?')
  return /^(GET|HEAD)$/.test(method) && !/^\/(api|assets|light|socket\.io)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
