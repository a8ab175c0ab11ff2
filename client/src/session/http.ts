/** HTTP requests to the server. A refusal is returned as a value, and "no connection" is a refusal too. */

/** `details`: the whole error body, which may say what to correct. */
export type HttpResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly details?: object }
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Is called for every refusal of a request that had a secret. */
type RefusalWatcher = (bearer: string, reason: string) => void
const refusalWatchers = new Set<RefusalWatcher>()

/** Returns a function that ends it. */
export const watchRefusals = (watcher: RefusalWatcher): (() => void) => {
  refusalWatchers.add(watcher)
  return () => void refusalWatchers.delete(watcher)
}

const requestTimeoutMs = 10_000
/** A file needs more time over a bad connection. */
const fileTimeoutMs = 90_000

/** `body`: an object sent as JSON, or a file sent as it is with its own content type. */
export const request = <T>(method: HttpMethod, path: string, body?: object, bearer?: string): Promise<HttpResult<T>> => {
  const file = body instanceof Blob ? body : null
  const bodyInit = body === undefined ? {} : { body: file ?? JSON.stringify(body) }
  const contentType = body === undefined ? {} : { 'content-type': file?.type ?? 'application/json' }
  const init = { method, headers: contentType, ...bodyInit }
  return sendRequest(path, init, bearer, file === null ? requestTimeoutMs : fileTimeoutMs, (response) => response.json() as Promise<T>)
}

export type NamedFile = { readonly name: string; readonly content: Blob }

/** Downloads a file. The server gives its name. */
export const requestFile = (path: string, bearer: string): Promise<HttpResult<NamedFile>> =>
  sendRequest(path, {}, bearer, fileTimeoutMs, async (response) => ({
    name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'rostrum',
    content: await response.blob(),
  }))

const sendRequest = async <T>(
  path: string,
  init: RequestInit,
  bearer: string | undefined,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T>> => {
  const result = await fetchResult(path, { ...init, headers: { ...init.headers, ...makeAuthHeaders(bearer) } }, timeoutMs, read)
  if (!result.ok && bearer) for (const watcher of refusalWatchers) watcher(bearer, result.reason)
  return result
}

const makeAuthHeaders = (bearer: string | undefined) => (bearer ? { authorization: `Bearer ${bearer}` } : {})

const fetchResult = async <T>(
  path: string,
  init: RequestInit,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T>> => {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return { ok: true, value: await read(response) }
    const errorBody: unknown = await response.json()
    return typeof errorBody === 'object' && errorBody !== null && 'reason' in errorBody && typeof errorBody.reason === 'string'
      ? { ok: false, reason: errorBody.reason, details: errorBody }
      : { ok: false, reason: 'unavailable' }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return { ok: false, reason: 'no-connection' }
    throw error
  }
}
