/** Downloads a file, perhaps one that the server makes of a sent file. The server gives its name. */
import type { OperationName, RefusalOf } from '@rostrum/shared/api/operations'
import { type ApiInput, fileTimeoutMs, type HttpResult, sendRequest, toRequest } from './http.ts'

export type NamedFile = { readonly name: string; readonly content: Blob }

export const requestFile = <N extends OperationName>(
  operation: N,
  input: ApiInput<N>,
  bearer: string,
): Promise<HttpResult<NamedFile, RefusalOf<N>>> => {
  const { url, ...init } = toRequest(operation, input)
  return sendRequest<NamedFile, RefusalOf<N>>(url, init, bearer, fileTimeoutMs, async (response) => ({
    name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'rostrum',
    content: await response.blob(),
  }))
}
