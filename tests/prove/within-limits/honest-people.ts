/** Honest people, who do what everybody does: they come with a link or the code, read, ask for the floor and withdraw. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Samples } from '../../bench/measure/statistics.ts'
import { newCommandId, TestClient } from '../../support/test-client.ts'
import type { Hall, Honest } from './hall.ts'

const patience = 10_000
/** The milliseconds between two people. */
const pace = 150

/** Lets one person after the other come and act, until the signal. Adds the times of their requests, and resolves with the refused ones. */
export async function serveHonest(hall: Hall, times: Samples, signal: AbortSignal): Promise<readonly string[]> {
  const refused: string[] = []
  while (!signal.aborted) {
    for (const [what, act] of Object.entries(listActs(hall, hall.takeHonest()))) {
      const began = performance.now()
      const problem = await act().catch((error: unknown) => String(error))
      times.add(performance.now() - began)
      if (problem !== null) refused.push(`${what}: ${problem}`)
    }
    await pause(pace)
  }
  return refused
}

/** Each act resolves with null if it was served, else with the refusal. */
function listActs(
  { server: { url }, session, code }: Hall,
  { link, ticket }: Honest,
): Readonly<Record<string, () => Promise<string | null>>> {
  const ask = async (path: string, body?: object, secret?: string): Promise<string | null> => {
    const headers = { ...(secret && { authorization: `Bearer ${secret}` }), ...(body && { 'content-type': 'application/json' }) }
    const init = { headers, signal: AbortSignal.timeout(patience), ...(body && { method: 'POST', body: JSON.stringify(body) }) }
    const answer = await fetch(url + path, init)
    const content = await answer.text()
    return answer.ok ? null : `${answer.status} ${content}`
  }
  const entry = newCommandId()
  const command = (type: string, data: object, id = newCommandId()) => ask(`/api/sessions/${session}/commands`, { id, type, data }, ticket)
  const topic = { kind: 'intervention', topic: null }
  return {
    'the form of the code': () => ask('/api/codes', { code }),
    'a ticket': () => ask('/api/tickets', { link }),
    'the page': () => ask('/'),
    'the document': () => ask('/api/openapi.json'),
    'a screen': () => openScreen(url, link),
    'a view': () => ask(`/api/sessions/${session}/view`, undefined, ticket),
    'a request for the floor': () => command('queue.join', topic, entry),
    'its withdrawal': () => command('queue.withdraw', { entry }),
  }
}

async function openScreen(url: string, link: string): Promise<string | null> {
  const client = await TestClient.join(url, { link })
  const entry = client.getPart<{ readonly entity?: string }>('me')
  client.close()
  return entry.entity === undefined ? 'a view of nobody' : null
}
