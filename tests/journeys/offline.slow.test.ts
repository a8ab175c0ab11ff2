/** A participant's page that is loaded without a network. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { StrictProxy } from '../support/strict-proxy.ts'
import { TestClient } from '../support/test-client.ts'

const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))
const lastViewKey = 'rostrum.lastView'

describe.runIf(hasBrowser())('a page that is loaded without a network', () => {
  tellStory()

  let server: InProcessServer
  let proxy: StrictProxy
  let browser: Browser
  let folder: string
  let client: string
  let chair: TestClient
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-offline-'))
    client = join(folder, 'client')
    await cp(builtClient, client, { recursive: true })
    ;[server, browser] = await Promise.all([startInProcessServer({ client, folder }), launchBrowser()])
    proxy = await StrictProxy.open(server.app.getPort())
    chair = await TestClient.join(server.startupLinks.url.replace('localhost', '127.0.0.1'), { link: getSecret(server.startupLinks.chair) })
    await chair.sendUntilAnswered('session.open', {})
    await chair.sendUntilAnswered('queue.open', {})
  })
  beforeEach(() => {
    Object.assign(proxy, { refusesUpgrades: false, isDown: false })
  })
  afterAll(async () => {
    chair.close()
    await browser.close()
    await proxy.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Opens the phone, and waits until the worker has stored its files. */
  const openPhone = async (link = server.startupLinks.room, width = 390): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'en' })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${proxy.url}/enter#${getSecret(link)}`)
    await page.getByRole('button', { name: 'Yes, continue' }).click()
    await page.getByText('Connected', { exact: true }).first().waitFor()
    await expect.poll(() => readKept(page), { timeout: 15_000 }).toContain('<!doctype html>')
    return page
  }
  /** Returns the page that the worker has stored. */
  const readKept = (page: Page): Promise<string> =>
    page.evaluate(async () => (await (await (await caches.open('rostrum.pages')).match('/light/index.html'))?.text()) ?? '')
  const isKept = (page: Page) => page.evaluate((key) => localStorage.getItem(key) !== null, lastViewKey)

  test('[L19] shows its last content, with the time; a press waits and is sent once', async () => {
    const page = await openPhone()
    proxy.isDown = true
    await page.reload()
    await page.getByText(/Last update \d{1,2}:\d{2}:\d{2}/).waitFor()
    await page.getByRole('button', { name: /Request the floor/ }).click()
    await page.getByText(/waiting to be sent/).waitFor()
    await page.reload()
    await page.getByText(/waiting to be sent/).waitFor()
    proxy.isDown = false
    await page.getByText('Connected', { exact: true }).first().waitFor({ timeout: 30_000 })
    await expect.poll(() => chair.getPart<object[]>('order').length).toBe(1)
    await page.getByText(/Last update/).waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('[L19] a person whose access has ended finds nothing on the device', async () => {
    const page = await openPhone()
    await expect.poll(() => isKept(page)).toBe(true)
    const person = await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').ticket.person as string, lastViewKey)
    expect(await chair.sendUntilAnswered('people.revoke', { person: person as never })).toEqual({ ok: true })
    await page.getByText('Your access').first().waitFor()
    await expect.poll(() => isKept(page)).toBe(false)
    proxy.isDown = true
    await page.reload()
    await page.getByText('No connection to the session').waitFor()
    await page.context().close()
  })

  test('[L19] a new deployment is shown at the next load, and later without a network', async () => {
    const page = await openPhone(server.startupLinks.remote, 1280)
    const index = join(client, 'light/index.html')
    const before = await readFile(index, 'utf8')
    await writeFile(index, before.replace('</head>', '<meta name="deployment" content="second" /></head>'))
    // The running server goes on sending the pages of its own version.
    const port = `${server.app.getPort()}`
    await server.close()
    server = await startInProcessServer({ client, folder, variables: { ROSTRUM_PORT: port } })
    const hasSecond = () => page.locator('meta[name="deployment"]').count()
    await page.reload()
    expect(await hasSecond()).toBe(1)
    await page.getByText('Connected', { exact: true }).first().waitFor()
    await expect.poll(() => readKept(page), { timeout: 15_000 }).toContain('second')
    proxy.isDown = true
    await page.reload()
    await page
      .getByText(/Last update/)
      .first()
      .waitFor()
    expect(await hasSecond()).toBe(1)
    await page.context().close()
  })
})
