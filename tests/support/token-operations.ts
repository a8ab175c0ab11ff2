/** Calls every operation with a token of one session once, with a client made from the document. */
import { expect } from 'vitest'
import type { ApiClient, ApiRequest } from './api-client.ts'

export async function useSessionToken(client: ApiClient, secret: string, session: string): Promise<void> {
  const callApi = <T = Record<string, unknown>>(id: string, request: ApiRequest = {}) => client.call<T>(id, { secret, ...request })
  const params = { id: session }
  const body = { name: 'Buttons', role: 'chair', endsAt: null }
  const { body: token } = await callApi<{ id: string; secret: string }>('createSessionToken', { params, body })
  const asChair = { params, secret: token.secret }
  const open = { id: 'a'.repeat(22), type: 'session.open', data: { onAnyDay: true } }
  expect((await client.call('sendCommand', { ...asChair, body: open })).body).toEqual({ ok: true })
  const press = { ...asChair, params: { ...params, button: 'open-list' }, body: {} }
  expect((await client.call('pressButton', press)).body).toEqual({ ok: true, did: 'queue.open' })
  expect((await client.call('readView', asChair)).body).toMatchObject({ person: 'chair', audience: { view: { queue: {} } } })
  expect((await client.call('readPicture', asChair)).body).toMatchObject({ version: 1, phase: 'open', clock: 'none' })
  expect((await callApi<{ tokens: readonly object[] }>('listSessionTokens', { params })).body.tokens).toMatchObject([{ id: token.id }])
  const ofToken = { params: { ...params, token: token.id } }
  expect((await callApi<{ secret: string }>('renewSessionToken', { ...ofToken, body: {} })).body.secret).not.toBe(token.secret)
  expect((await callApi('revokeSessionToken', ofToken)).body).toEqual({ revoked: token.id })
}
