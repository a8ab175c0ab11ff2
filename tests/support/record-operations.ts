/** Calls every operation of the record once, with a client made from the document. A server without LibreOffice refuses the PDF. */
import { expect } from 'vitest'
import type { ApiClient, ApiRequest } from './api-client.ts'

export async function useRecord(client: ApiClient, secret: string, session: string): Promise<void> {
  const callApi = <T = Record<string, unknown>>(id: string, request: ApiRequest = {}) => client.call<T>(id, { secret, ...request })
  const readStart = async (id: string, request: ApiRequest) => (await callApi<Buffer>(id, request)).body.subarray(0, 2).toString()
  const params = { id: session }
  const inFrench = { params: { ...params, language: 'fr' } }
  const { body } = await callApi('readRecord', { params: { ...params, public: 'true', notes: 'true' } })
  expect(Object.keys(body).length).toBeGreaterThan(3)
  expect((await callApi('downloadRecordJson', { params })).status).toBe(200)
  const { title } = (await callApi<{ title: string }>('readRecordPage', inFrench)).body
  expect((await callApi<string>('downloadRecordMarkdown', inFrench)).body).toContain(title)
  for (const format of ['Document', 'Workbook', 'Tables']) expect(await readStart(`downloadRecord${format}`, { params })).toBe('PK')
  const template = { type: 'application/octet-stream', body: (await callApi<Buffer>('downloadRecordDocument', { params })).body }
  expect(await readStart('styleRecordDocument', { params, ...template })).toBe('PK')
  const { pdf } = (await callApi<{ pdf: boolean }>('listRecordFiles', { params })).body
  for (const request of [{ params }, { params, ...template }]) {
    const { status } = await callApi('type' in request ? 'styleRecordPdf' : 'downloadRecordPdf', request)
    expect(status).toBe(pdf ? 200 : 409)
  }
  expect(await callApi('styleRecordDocument', { params, body: {} })).toMatchObject({ status: 422, body: { reason: 'template-unreadable' } })
  expect(await callApi('readRecord', { params: { ...params, public: 'perhaps' } })).toMatchObject({ status: 400 })
  expect(await callApi('downloadRecordJson', { params, secret: 'x' })).toMatchObject({ status: 401 })
}
