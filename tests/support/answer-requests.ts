/** Gives a page the answers of a test. The test sees each request as it would go to the server. */
import { type ApiRequest, toRequest } from '@rostrum/client/session/http'

export type SentRequest = { readonly path: string; readonly method: string; readonly body: unknown }

export const answerRequests =
  (answer: (sent: SentRequest) => unknown): ApiRequest =>
  async (operation, input) => {
    const { method, url } = toRequest(operation, input)
    return (await answer({ path: url, method, body: input.body })) as never
  }
