/** The time until officers are back after the server is. The test judges times. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('a server that was away for long', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage.close())

  test('[L72] after a long absence of the server, officers are back within a second of its return', async () => {
    const chair = (await stage.visit(stage.links.chair, 'chair')).page
    const away = chair.getByText('The server is restarting').or(chair.getByText('No connection')).first()
    await chair.getByRole('button', { name: 'Open the meeting' }).first().waitFor()
    await stage.server.stop()
    await away.waitFor()
    // By now a participant's page tries every three seconds.
    await chair.waitForTimeout(6_000)
    await stage.server.restart()
    const began = performance.now()
    await away.waitFor({ state: 'hidden', timeout: 20_000 })
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
