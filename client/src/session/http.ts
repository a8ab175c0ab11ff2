/** Requests to the HTTP API. A refusal is returned as a value, and a missing connection counts as a refusal. */
import type { AnswerOf, InputOf, OperationName, RefusalOf } from '@rostrum/shared/api/operations'
import type { FailureReason, HttpReason } from '@rostrum/shared/api/reasons'

type AnyRefusal = { readonly reason: HttpReason }
/** `details`: the whole body of the refusal, which may show what to correct. */
export type HttpResult<T, Refusal extends AnyRefusal = AnyRefusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Refusal['reason'] | 'no-connection' | 'unavailable'; readonly details?: Refusal }

/** The input of an operation, in a form that can be sent without the table of operations. */
type Sent = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: object | null | undefined
}
export type ApiInput<N extends OperationName> = InputOf<N, Blob> & Sent
export type ApiResult<N extends OperationName> = HttpResult<AnswerOf<N>, RefusalOf<N>>
/** Sends a request with the secret of the page: a ticket, or the secret of an organizer. */
export type ApiRequest = <N extends OperationName>(operation: N, input: ApiInput<N>) => Promise<ApiResult<N>>

/** Called for every refusal of a request that had a secret. */
type RefusalWatcher = (bearer: string, reason: FailureReason) => void
const refusalWatchers = new Set<RefusalWatcher>()

/** Calls the watcher until the returned function is called. */
export const watchRefusals = (watcher: RefusalWatcher): (() => void) => {
  refusalWatchers.add(watcher)
  return () => void refusalWatchers.delete(watcher)
}

const requestTimeoutMs = 10_000
/** A file takes longer over a bad connection. */
export const fileTimeoutMs = 90_000

/** Sends a request for an operation, named by method and path. The table types its input, its answer and its refusals. */
export const request = <N extends OperationName>(operation: N, input: ApiInput<N>, bearer?: string): Promise<ApiResult<N>> => {
  const { url, ...init } = toRequest(operation, input)
  const timeoutMs = input.body instanceof Blob ? fileTimeoutMs : requestTimeoutMs
  return sendRequest<AnswerOf<N>, RefusalOf<N>>(url, init, bearer, timeoutMs, (response) => response.json())
}

/** True if the server answers. */
export const canReachServer = async (): Promise<boolean> =>
  (await fetchResult('/health', {}, requestTimeoutMs, (response) => response.json())).ok

export const toRequest = (
  operation: OperationName,
  { params = {}, query = {}, body }: Sent,
): RequestInit & { readonly method: string; readonly url: string } => {
  const [method = '', path = ''] = operation.split(' ')
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const isFile = body instanceof Blob
  const content = body
    ? { body: isFile ? body : JSON.stringify(body), headers: { 'content-type': isFile ? body.type : 'application/json' } }
    : {}
  return { method, url: `${filled}${`${search}` === '' ? '' : `?${search}`}`, ...content }
}

/** `read` reads the answer if the operation succeeded. */
export const sendRequest = async <T, Refusal extends AnyRefusal>(
  url: string,
  init: RequestInit,
  bearer: string | undefined,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T, Refusal>> => {
  const headers = { ...init.headers, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) }
  const result = await fetchResult<T, Refusal>(url, { ...init, headers }, timeoutMs, read)
  if (!result.ok && bearer) for (const watcher of refusalWatchers) watcher(bearer, result.reason)
  return result
}

const fetchResult = async <T, Refusal extends AnyRefusal>(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  read: (response: Response) => Promise<T>,
): Promise<HttpResult<T, Refusal>> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return { ok: true, value: await read(response) }
    const refusal: Refusal | null = await response.json()
    // A proxy between this page and the server may answer anything.
    return typeof refusal?.reason === 'string'
      ? { ok: false, reason: refusal.reason, details: refusal }
      : { ok: false, reason: 'unavailable' }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return { ok: false, reason: 'no-connection' }
    throw error
  }
}
