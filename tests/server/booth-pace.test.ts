/** The pace of texts for interpreters: each of them goes to every node. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer, walkInBody } from '../support/in-process-server.ts'

let server: InProcessServer
let url: string
beforeAll(async () => {
  server = await startInProcessServer()
  url = `http://127.0.0.1:${server.app.getPort()}`
})
afterAll(() => server.close())

const join = async (): Promise<string> => {
  const answer = await server.post('/api/tickets', { code: server.startupLinks.code, person: walkInBody })
  return ((await answer.json()) as { ticket: string }).ticket
}
/** Hands in a text so many times at once. Returns how many were taken, and how many came too fast. */
const handIn = async (ticket: string, times: number) => {
  const headers = { authorization: `Bearer ${ticket}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ text: 'For interpreters', mark: 'check', pronounced: null })
  const answers = await Promise.all(
    Array.from({ length: times }, () => fetch(`${url}/api/me/booth-text`, { method: 'PUT', headers, body })),
  )
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  return [count(200), count(429)]
}

test('[X96, L205] a person hands in ten texts a minute, and all people of a session twelve hundred, one after the other', {
  timeout: 60_000,
}, async () => {
  expect(await handIn(await join(), 12)).toEqual([10, 2])
  const [began, person] = [performance.now(), await join()]
  expect(await handIn(person, 10)).toEqual([10, 0])
  expect(performance.now() - began).toBeGreaterThan(10 * 7)
  for (let others = 1; others < 119; others += 1) expect(await handIn(await join(), 10)).toEqual([10, 0])
  expect(await handIn(await join(), 3)).toEqual([0, 3])
})
