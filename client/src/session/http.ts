/** Questions to the server's doors over HTTP. A refusal comes as a value; no connection is one too. */

/** `more`: what is said beside the reason, where there is something to be put right. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string; readonly more?: object }
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const patience = 10_000
/** A file takes its time over a bad line. */
const patienceWithFiles = 90_000

/** `body`: what is said, or a file as it is, under its own type. */
export const ask = <T>(method: Method, path: string, body?: object, bearer?: string): Promise<Answer<T>> => {
  const file = body instanceof Blob ? body : null
  const sent = body === undefined ? {} : { body: file ?? JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': file?.type ?? 'application/json' }
  const request = { method, headers: { ...type, ...authorized(bearer) }, ...sent }
  return answered(path, request, file === null ? patience : patienceWithFiles, (response) => response.json() as Promise<T>)
}

export type NamedFile = { readonly name: string; readonly content: Blob }

/** A file, under the name that the server gives it. */
export const askFile = (path: string, bearer: string): Promise<Answer<NamedFile>> =>
  answered(path, { headers: authorized(bearer) }, patienceWithFiles, async (response) => ({
    name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'rostrum',
    content: await response.blob(),
  }))

const authorized = (bearer: string | undefined) => (bearer ? { authorization: `Bearer ${bearer}` } : {})

const answered = async <T>(
  path: string,
  request: RequestInit,
  within: number,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, { ...request, signal: AbortSignal.timeout(within) })
    if (response.ok) return { ok: true, value: await read(response) }
    const refused: unknown = await response.json()
    return typeof refused === 'object' && refused !== null && 'why' in refused && typeof refused.why === 'string'
      ? { ok: false, why: refused.why, more: refused }
      : { ok: false, why: 'unavailable' }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return { ok: false, why: 'no-connection' }
    throw error
  }
}
