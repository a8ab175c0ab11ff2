/** A program runs a whole session over HTTP, with a client made from the served description alone. Browsers watch it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiClient } from '../support/api-client.ts'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId } from '../support/test-client.ts'
import { Stage } from './stage.ts'

type AnyView = {
  readonly floor: { readonly current: { readonly id: string } | null; readonly limits: { readonly everyone: number } }
  readonly queue: { readonly next: string | null }
}
type Link = { readonly role: string; readonly url: string }

describe.runIf(hasBrowser())('a session that a program runs over HTTP', () => {
  tellStory()

  let stage: Stage
  let client: ApiClient
  let params: { readonly id: string }
  let secret: string
  let watching: Record<'chair' | 'screen' | 'overlay', Page>
  /** The tickets of participants. */
  const tickets = new Map<string, string>()
  const entities = ['Library federation', 'Regional commission'] as const

  const organizer = () => getSecret(stage.links.organizer)
  const send = async (type: string, data: object, by = secret): Promise<string> => {
    const id = newCommandId()
    expect([type, await client.call('sendCommand', { params, secret: by, body: { id, type, data } })]).toEqual([
      type,
      { status: 200, body: { ok: true } },
    ])
    return id
  }
  const readView = async (): Promise<AnyView> =>
    (await client.call<{ audience: { view: AnyView } }>('readView', { params, secret })).body.audience.view
  const getTurn = async () => (await readView()).floor.current?.id ?? null
  const see = async (text: string | RegExp, ...pages: readonly (keyof typeof watching)[]) => {
    for (const page of pages) await watching[page].locator('main').getByText(text).first().waitFor()
  }
  /** While somebody speaks, the overlay has the name and the clock alone. */
  const seeSpeaking = async () => watching.overlay.locator('[data-part=floor][data-phase=speak]').waitFor()

  beforeAll(async () => {
    stage = await Stage.open()
    client = await ApiClient.connect(stage.server.url)
  })
  afterAll(() => stage.close())

  test('[X26] the program creates the session and a token for it, and browsers watch', async () => {
    const made = await client.call<{ id: string }>('createSession', {
      secret: organizer(),
      body: { template: 'wsis-at-20', startsAt: new Date().toISOString() },
    })
    params = { id: made.body.id }
    const body = { name: 'Conference system', role: 'chair', endsAt: null }
    secret = (await client.call<{ secret: string }>('createSessionToken', { params, secret: organizer(), body })).body.secret
    const { code, links } = (await client.call<{ code: string; links: readonly Link[] }>('listLinks', { params, secret: organizer() })).body
    for (const entity of entities) {
      const person = { entity, group: 'civil-society', channel: 'room', nameInRecord: false }
      tickets.set(entity, (await client.call<{ ticket: string }>('issueTicket', { body: { code, person } })).body.ticket)
    }
    const visit = async (isIt: (link: Link) => boolean, size: 'chair' | 'display') =>
      (await stage.visit(links.find(isIt)?.url ?? '', size)).page
    watching = {
      chair: await visit(({ role }) => role === 'chair', 'chair'),
      screen: await visit(({ role, url }) => role === 'display' && url.includes('/enter#'), 'display'),
      overlay: await visit(({ url }) => url.includes('/overlay#'), 'display'),
    }
    await watching.chair.getByRole('button', { name: 'Open the meeting' }).first().waitFor()
  })

  test('[X26] it opens the session, and gives two speakers the floor in order', async () => {
    await send('session.open', { onAnyDay: true })
    await send('queue.open', {})
    await see('Nobody has the floor', 'chair')
    await see('The list of speakers is open', 'screen')
    for (const entity of entities) await send('queue.join', { kind: 'intervention', topic: null }, tickets.get(entity))
    await see(entities[1], 'chair', 'screen')
    const { next } = (await readView()).queue
    await send('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await see('Called to speak', 'screen', 'overlay')
    await send('floor.start', { turn: await getTurn() })
    await see('Now speaking', 'screen')
    await seeSpeaking()
    await see(entities[0], 'chair', 'screen', 'overlay')
    await send('floor.extend', { turn: await getTurn(), by: 30_000 })
    await send('floor.end', { turn: await getTurn() })
    await see('Nobody has the floor', 'screen')
    // A button does nothing within two seconds of a change of the floor.
    await expect
      .poll(async () => (await client.call('pressButton', { params: { ...params, button: 'call-next' }, secret, body: {} })).status, {
        timeout: 10_000,
        interval: 300,
      })
      .toBe(200)
    await see(entities[1], 'chair', 'screen', 'overlay')
    await client.call('pressButton', { params: { ...params, button: 'start-clock' }, secret, body: {} })
    await see('Now speaking', 'screen')
    await seeSpeaking()
    await send('floor.end', { turn: await getTurn() })
  })

  test('[X26] it puts a question to the panel, and closes the session', async () => {
    const question = await send('questions.ask', { text: 'Who reports on accessibility?', receipt: null }, tickets.get(entities[0]))
    expect(await watching.screen.getByText('Who reports').count()).toBe(0)
    await send('questions.approve', { question })
    await send('questions.show', { question, expectedCurrent: null })
    await see('Who reports on accessibility?', 'chair', 'screen', 'overlay')
    await see('The panel answers', 'overlay')
    await send('floor.start', { turn: await getTurn() })
    await send('floor.end', { turn: await getTurn() })
    await send('session.close', {})
    await see('Meeting closed', 'screen')
    await watching.overlay.locator('main[data-hidden]').waitFor({ state: 'attached' })
    const closed = await client.call<{ reason: string }>('readView', { params, secret })
    expect([closed.status, closed.body.reason]).toEqual([409, 'session-closed'])
    const record = await client.call<{ turns?: unknown }>('readRecord', { params, secret: organizer() })
    expect(record.status).toBe(200)
    for (const entity of entities) expect(JSON.stringify(record.body)).toContain(entity)
    expect(stage.faults).toEqual([])
  })
})
