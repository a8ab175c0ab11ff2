/** The overlay shows nothing rather than old content, and never asks for anything. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { readPaint } from '../support/page-pixels.ts'
import { tellStory } from '../support/story.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { OverlayStage } from './overlay-stage.ts'

describe.runIf(hasBrowser())('the overlay without its server', () => {
  tellStory()

  let overlay: OverlayStage
  beforeAll(async () => {
    overlay = await OverlayStage.open()
    await overlay.done('session.open', { onAnyDay: true })
    await overlay.done('queue.open', {})
    await callNext()
  })
  afterAll(() => overlay.close())

  /** Collects the speakers that the overlay has shown, one after the other. An empty text means that it showed nothing. */
  const watch = (page: Page) =>
    page.evaluateHandle(() => {
      const seen: string[] = []
      const look = () => {
        const main = document.querySelector('main')
        const isShown = main !== null && getComputedStyle(main).visibility === 'visible'
        const name = (isShown && main.querySelector('[data-part=floor] > div > p')?.textContent) || ''
        if (seen.at(-1) !== name) seen.push(name)
        requestAnimationFrame(look)
      }
      look()
      return seen
    })
  const hidden = (page: Page) => page.locator('main[data-hidden]').waitFor({ state: 'attached', timeout: 15_000 })
  const getName = () => overlay.floor.current?.speaker?.entity ?? ''
  const callNext = async () => {
    await overlay.add(`Delegation ${randomUUID()}`)
    await overlay.call()
  }

  test('[X22] after five seconds without the server nothing is painted; it comes back automatically with new content', async () => {
    const proxy = await TcpProxy.open(overlay.stage.server.port)
    const page = await overlay.visit('?lang=fr', overlay.links.overlay.replace(`:${overlay.stage.server.port}`, `:${proxy.port}`))
    const old = getName()
    await page.getByText(old, { exact: true }).first().waitFor()
    const seen = await watch(page)
    proxy.stall()
    const began = performance.now()
    await callNext()
    await hidden(page)
    expect(performance.now() - began).toBeLessThan(7_000)
    expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
    await callNext()
    proxy.resume()
    await page.locator('main:not([data-hidden])').getByText(getName(), { exact: true }).first().waitFor({ timeout: 20_000 })
    await expect.poll(() => seen.jsonValue()).toEqual([old, '', getName()])
    await page.close()
    await proxy.close()
  })

  test('[X22] during a longer restart of the server it shows nothing, and then goes on automatically', async () => {
    const page = await overlay.visit('?lang=ar')
    await page.getByText(getName(), { exact: true }).first().waitFor()
    const seen = await watch(page)
    await overlay.stage.server.stop()
    await hidden(page)
    expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
    await overlay.stage.server.restart()
    await page.locator('main:not([data-hidden])').getByText(getName(), { exact: true }).first().waitFor({ timeout: 30_000 })
    await expect.poll(() => seen.jsonValue()).toEqual([getName(), '', getName()])
    await page.close()
  })

  test('[X20] while the room screen is blank, nothing is painted', async () => {
    const page = await overlay.visit('')
    await page.locator('[data-part]').first().waitFor()
    await overlay.done('cues.blank', {})
    await hidden(page)
    expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
    await overlay.done('cues.unblank', {})
    await page.locator('[data-part]').first().waitFor()
    await page.close()
  })

  test('[X22] if a file of the page does not arrive, nothing is painted and the page reloads itself', async () => {
    let asked = 0
    let serve: () => void = () => undefined
    const isServed = new Promise<void>((resolve) => {
      serve = resolve
    })
    const { page } = await overlay.stage.visit(overlay.links.overlay, 'display', 'en', async (fresh) => {
      await fresh.route(/assets\/overlay-route-.*\.js/, async (route) => {
        asked += 1
        if (asked === 1) return await route.abort()
        await isServed
        await route.continue()
      })
    })
    await expect.poll(() => asked, { timeout: 20_000 }).toBe(2)
    expect(await readPaint(page, 'body')).toMatchObject({ painted: 0 })
    serve()
    await page.locator('[data-part]').first().waitFor({ timeout: 20_000 })
    await page.close()
  })

  test('[X23] a wrong or renewed link shows nothing, and gives the reason in the title; a new one works at once', async () => {
    const page = await overlay.visit('')
    await page.locator('[data-part]').first().waitFor()
    const renewed = await overlay.stage.callApi<{ url: string }>(
      `/api/sessions/${overlay.secretariat.ticket.session}/links/overlay/renew`,
      {},
    )
    await page.locator('[data-part]').first().waitFor({ state: 'detached', timeout: 20_000 })
    expect(await readPaint(page, 'body')).toMatchObject({ painted: 0 })
    await expect.poll(() => page.title()).not.toMatch(/Overlay/)
    await page.evaluate((link) => location.assign(link), renewed.url)
    await page.locator('[data-part]').first().waitFor()
    await page.close()
  })
})
