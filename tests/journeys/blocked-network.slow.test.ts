/** A network that refuses WebSockets, as some conference networks do. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { StrictProxy } from '../support/strict-proxy.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('a network that refuses WebSockets', () => {
  tellStory()

  let stage: Stage
  let proxy: StrictProxy
  beforeAll(async () => {
    stage = await Stage.open()
    proxy = await StrictProxy.open(stage.server.port)
  })
  beforeEach(() => {
    Object.assign(proxy, { refusesUpgrades: true, swallowsUpgrades: false, refusesPolls: false })
  })
  afterAll(async () => {
    await stage.close()
    await proxy.close()
  })

  const throughProxy = (link: string) => `${proxy.url}${new URL(link).pathname}${new URL(link).hash}`
  const waitForChair = (page: Page, timeout = 15_000) => page.locator('[data-box=main]').waitFor({ timeout })
  const findSlowLine = (page: Page) => page.getByText('Slow connection')

  test('[W15] the page says within 6 s that the network may block it, and opens when the network no longer does', async () => {
    proxy.refusesPolls = true
    const { page } = await stage.visit(throughProxy(stage.links.chair), 'chair')
    await page.getByText('Your network may be blocking the connection').waitFor({ timeout: 8000 })
    Object.assign(proxy, { refusesUpgrades: false, refusesPolls: false })
    await waitForChair(page)
    expect(await page.getByText('Your network may be blocking the connection').count()).toBe(0)
  })

  test('[L18] if WebSockets are refused, the page continues with long polling and says so', async () => {
    const { page } = await stage.visit(throughProxy(stage.links.chair), 'chair')
    await waitForChair(page)
    await findSlowLine(page).waitFor()
    expect(await page.getByText('Your network may be blocking the connection').count()).toBe(0)
  })

  test('[L18] the same if they are swallowed without an answer', async () => {
    proxy.swallowsUpgrades = true
    const { page } = await stage.visit(throughProxy(stage.links.chair), 'chair')
    // An attempt ends after some seconds. On a busy machine the check whether the server answers may be late, and it is repeated.
    await waitForChair(page, 40_000)
    await findSlowLine(page).waitFor()
    expect(await page.evaluate(() => sessionStorage.getItem('rostrum.polling'))).not.toBeNull()
  })

  test('[V370] such a page never says that it cannot connect, and a reload does not wait for a WebSocket again', async () => {
    proxy.swallowsUpgrades = true
    const { page } = await stage.visit(throughProxy(stage.links.chair), 'chair')
    const said = page.getByText('Cannot connect')
    const isSaid = said.waitFor({ timeout: 40_000 }).then(
      () => 'said',
      () => 'not said',
    )
    expect(await Promise.race([isSaid, waitForChair(page, 40_000).then(() => 'connected')])).toBe('connected')
    const started = proxy.upgrades
    await page.reload()
    await waitForChair(page, 40_000)
    expect(proxy.upgrades).toBe(started)
  })

  test('[L18] when the page connects again, it tries a WebSocket first', async () => {
    const { page } = await stage.visit(throughProxy(stage.links.chair), 'chair')
    await findSlowLine(page).waitFor({ timeout: 15_000 })
    proxy.refusesPolls = true
    proxy.refusesUpgrades = false
    proxy.cut()
    await page.getByText('Connected', { exact: true }).waitFor({ timeout: 40_000 })
    expect(await findSlowLine(page).count()).toBe(0)
  })

  test('[L1] a press while the network changes takes effect once', async () => {
    proxy.refusesUpgrades = false
    const chair = await TestClient.join(stage.server.url, { link: getSecret(stage.links.chair) })
    await chair.sendUntilAnswered('session.open', {})
    await chair.sendUntilAnswered('queue.open', {})
    const { page } = await stage.visit(throughProxy(stage.links.room), 'phone')
    await page.getByRole('button', { name: 'Yes, continue' }).click()
    await page.getByText('Connected', { exact: true }).waitFor()
    proxy.refusesUpgrades = true
    proxy.cut()
    await page.getByRole('button', { name: /Request the floor/ }).click()
    await findSlowLine(page).waitFor({ timeout: 40_000 })
    await expect.poll(() => chair.getPart<object[]>('order').length).toBe(1)
    await page.getByText(/waiting to be sent/).waitFor({ state: 'detached' })
    expect(await page.getByRole('alert').count()).toBe(0)
    chair.close()
  })
})
