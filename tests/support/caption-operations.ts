/** Calls every operation on captions once, with a client made from the document. */
import { expect } from 'vitest'
import type { ApiClient, ApiRequest } from './api-client.ts'
import { getSecret } from './server-process.ts'

export async function useCaptions(client: ApiClient, secret: string, session: string): Promise<void> {
  const callApi = <T = Record<string, unknown>>(id: string, request: ApiRequest = {}) => client.call<T>(id, { secret, ...request })
  const params = { id: session }
  const token = async (role: string) =>
    (await callApi<{ secret: string }>('createSessionToken', { params, body: { name: role, role, endsAt: null } })).body.secret
  const asChair = { params, secret: await token('chair') }
  const commands = [
    { type: 'session.open', data: { onAnyDay: true } },
    { type: 'captions.add', data: { language: 'fr' } },
  ]
  for (const [index, one] of commands.entries())
    expect((await client.call('sendCommand', { ...asChair, body: { id: String(index).repeat(22), ...one } })).body).toEqual({ ok: true })
  const { body: links } = await callApi<{ links: { role: string; url: string }[] }>('listLinks', { params })
  const link = getSecret(links.links.find(({ role }) => role === 'secretariat')?.url ?? '')
  const { body: entered } = await callApi<{ ticket: string }>('issueTicket', { body: { link }, secret: '' })
  const { body } = await callApi<{ tracks: { address: string }[] }>('readCaptionTracks', { secret: entered.ticket })
  const key = new URL(body.tracks[0]?.address ?? '').searchParams.get('key') ?? ''
  const wrong = await callApi('sendCaption', { params: { key: 'x' }, body: 'x', type: 'text/plain', secret: '' })
  expect(wrong).toMatchObject({ status: 401, body: { reason: 'forbidden' } })
  expect((await callApi('sendCaption', { params: { key, seq: '7' }, body: 'Merci', type: 'text/plain', secret: '' })).body).toBe('7')
  expect((await callApi('readCaptionSeq', { params: { key }, secret: '' })).body).toBe('7')
  const latest = await client.call('readCaptionLines', { ...asChair, params: { ...asChair.params, language: 'fr' } })
  expect(latest.body).toMatchObject({ lines: [{ text: 'Merci' }] })
  const page = await callApi('readCaptionPage', { secret: key })
  expect(page.body).toMatchObject({ language: 'fr', isOpen: true, lines: [{ seq: 7, text: 'Merci' }] })
  const file = { params: { key, check: 'true' }, body: 'WEBVTT\n\n00:00.000 --> 00:01.000\nMerci\n', type: 'text/vtt', secret: '' }
  expect((await callApi('sendCaptionFile', file)).body).toMatchObject({ lines: 1, replaced: 1, changed: false })
  const unclear = await callApi('sendCaptionFile', { ...file, body: 'WEBVTT\n\n00:00.000 -->\nMerci\n' })
  expect(unclear).toMatchObject({ status: 422, body: { reason: 'caption-time-unclear', at: '3' } })
  expect((await callApi('listCaptions', { params })).body).toEqual({ languages: [{ language: 'fr', lines: 1 }] })
  for (const format of ['Vtt', 'Srt'])
    expect(String((await callApi(`downloadCaptions${format}`, { params: { ...params, language: 'fr' } })).body)).toContain('Merci')
}
