/**
 * The service worker of the participants' pages. It keeps the page and the files that this device uses, so that the page opens
 * without a network. It keeps nothing that a person may see: no view, no answer of the API. While there is a network the page
 * comes from the server, so a new deployment is there at the next load.
 */
const worker = self as unknown as ServiceWorkerGlobalScope

const cacheName = 'rostrum.pages'
/** The build puts them here, from shared/src/contract/pages.ts. */
declare const OFFLINE_PATHS: readonly string[]
/** All these pages are this file, which shows a page by its address. */
const pageFile = '/light/index.html'
const fileFolder = '/light/assets/'
/** A network that takes longer than this for a page counts as none. */
const patienceMs = 5000

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && OFFLINE_PATHS.includes(pathname)) event.respondWith(openPage(request))
  else if (pathname.startsWith(fileFolder)) event.respondWith(openFile(request))
})

/** A page names the files that it uses. */
worker.addEventListener('message', (event) => {
  const paths: unknown = event.data
  if (Array.isArray(paths)) event.waitUntil(keepFiles(paths.filter(isFilePath)))
})

const isFilePath = (path: unknown): path is string => typeof path === 'string' && path.startsWith(fileFolder)

const openPage = async (request: Request): Promise<Response> => {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
    if (response.status < 500) return response
    return (await findKept(pageFile)) ?? response
  } catch (error) {
    const kept = await findKept(pageFile)
    if (kept) return kept
    throw error
  }
}

/** The name of a file holds the hash of its content, so a kept one is never out of date. */
const openFile = async (request: Request): Promise<Response> => (await findKept(request.url)) ?? fetch(request)

const findKept = async (url: string): Promise<Response | undefined> => (await caches.open(cacheName)).match(url, { ignoreVary: true })

/** Keeps the page and its files if both are of one deployment. Otherwise the next load will. */
const keepFiles = async (paths: readonly string[]): Promise<void> => {
  const page = await fetch(pageFile, { cache: 'no-store' })
  const text = await page.clone().text()
  const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, path]) => (isFilePath(path) ? [path] : []))
  if (!page.ok || named.length === 0 || !named.every((path) => paths.includes(path))) return
  const cache = await caches.open(cacheName)
  const isSame = (await (await cache.match(pageFile))?.text()) === text
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await cache.addAll(paths.filter((path) => !kept.includes(path)))
  await cache.put(pageFile, page)
  if (!isSame) await Promise.all(kept.filter((path) => path !== pageFile && !paths.includes(path)).map((path) => cache.delete(path)))
}
