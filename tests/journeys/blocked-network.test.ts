/** A network that refuses WebSockets, as some conference networks do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage.close())

test('[W15] the page says within 6 s that the network may block it, and opens when it no longer does', async () => {
  let isBlocked = true
  const { page } = await stage.visit(stage.links.chair, 'chair', 'en', async (it) => {
    await it.routeWebSocket(/socket\.io/, (socket) => {
      if (isBlocked) void socket.close()
      else socket.connectToServer()
    })
  })
  await page.getByText('Your network may block it').waitFor({ timeout: 8000 })
  isBlocked = false
  await page.getByText('List of speakers').first().waitFor({ timeout: 15_000 })
  expect(await page.getByText('Your network may block it').count()).toBe(0)
})
