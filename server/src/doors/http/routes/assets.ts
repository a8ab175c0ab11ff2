/**
 * Serves the built client. Files with a hash in their name are cached for ever. The page itself is never cached. The server sends the pages
 * that were there at its start, even if somebody builds others in the same folder. They belong to its own version.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { listLightPaths } from '@rostrum/shared/contract/pages'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendError } from '../http-error.ts'

const indexPage = 'index.html'
const workerFile = 'offline-worker.js'
/** The light build is for participants, and for people who are about to enter. */
const lightPage = `light/${indexPage}`
const lightPaths = listLightPaths()

/** Serves the client. If none is built, as in development, there is only the API. It is not encapsulated: it answers every other path. */
export async function assetRoutes(app: FastifyInstance, folder: string): Promise<void> {
  const pages = await readPages(folder)
  if (pages !== null) await serveFiles(app, folder, pages)
  app.setNotFoundHandler(async (request, reply) => {
    if (pages !== null && isClientRoute(request.method, request.url)) return sendPage(reply, selectPage(request.url, pages))
    return sendError(reply, 'not-found')
  })
}

type Pages = { readonly whole: Buffer; readonly light: Buffer }

/** Reads the pages. Returns null if no client is built. */
async function readPages(folder: string): Promise<Pages | null> {
  try {
    return { whole: await readFile(join(folder, indexPage)), light: await readFile(join(folder, lightPage)) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function serveFiles(app: FastifyInstance, folder: string, { whole, light }: Pages): Promise<void> {
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
  for (const path of ['/', `/${indexPage}`]) app.get(path, (_, reply) => sendPage(reply, whole))
  app.get(`/${lightPage}`, (_, reply) => sendPage(reply, light))
  // A service worker controls only the pages below its own address.
  app.get(`/${workerFile}`, (_, reply) => reply.sendFile(`light/${workerFile}`))
}

const sendPage = (reply: FastifyReply, page: Buffer): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)

function selectPage(url: string, { whole, light }: Pages): Buffer {
  const [path = ''] = url.split('?')
  return lightPaths.includes(path) ? light : whole
}

function getCacheControl(path: string): string {
  return /^(light[/\\])?assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** A path that is neither a file nor an API route belongs to the router of the client. */
function isClientRoute(method: string, url: string): boolean {
  const [path = ''] = url.split('?')
  return /^(GET|HEAD)$/.test(method) && !/^\/(api|assets|light|metrics|socket\.io)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)
}
