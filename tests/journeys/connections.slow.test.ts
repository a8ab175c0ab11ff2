/** The page for other programs of a session. An organizer makes tokens and webhooks, sees what became of messages, and ends them. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { findSmallTargets } from '../support/page-access.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { verifyMessage, WebhookReceiver } from '../support/webhook-receiver.ts'
import { Stage } from './stage.ts'

/** A folder for pictures, if somebody wants to look at them. */
const pictures = process.env['ROSTRUM_CONNECTION_PICTURES']

describe.runIf(hasBrowser())('connections', () => {
  tellStory()

  let stage: Stage
  let page: Page
  let receiver: WebhookReceiver
  let chair: TestClient

  const takePicture = async (name: string) => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const inDialog = (name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click()
  const rows = () => page.locator('tbody tr')
  const readRows = async () =>
    await rows().evaluateAll((all) =>
      all.map((row) => [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent).join(' ')),
    )
  const announce = (text: string) => chair.sendUntilAnswered('cues.announce', { to: 'everyone', text }, newCommandId())

  beforeAll(async () => {
    receiver = await WebhookReceiver.start()
    stage = await Stage.open(() => ({ ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' }))
    page = (await stage.visit(stage.links.organizer, 'laptop')).page
    chair = await TestClient.join(stage.server.url, { link: getSecret(stage.links.chair) })
  })
  afterAll(async () => {
    const { faults } = stage
    chair.close()
    await stage.close()
    await receiver.stop()
    expect(faults).toEqual([])
  })

  test('[X5] a token is made for one role, shown once, used, renewed and revoked', async () => {
    await page.getByRole('button', { name: 'Connections' }).waitFor()
    await takePicture('home')
    await press('Connections')
    await page.getByRole('heading', { name: 'Connections' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Buttons at the lectern')
    await page.getByLabel('Role', { exact: true }).selectOption('chair')
    await press('Create the token')
    const shown = page.locator('code', { hasText: /^rst_/ })
    const secret = (await shown.textContent()) ?? ''
    const view = () =>
      fetch(`${stage.server.url}/api/sessions/${stage.links.session}/view`, { headers: { authorization: `Bearer ${secret}` } })
    expect((await view()).status).toBe(200)
    await press(/^Renew Buttons/)
    await inDialog('Create a new secret')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => shown.textContent()).not.toBe(secret)
    expect((await view()).status).toBe(401)
    // A token that was shown once is never shown again.
    await page.reload()
    await page.locator('bdi', { hasText: 'Buttons at the lectern' }).waitFor()
    expect(await page.locator('code').count()).toBe(0)
    await page.getByLabel('Name', { exact: true }).fill('Stream computer')
    await press('Create the token')
    await shown.waitFor()
    await press(/^Revoke Buttons/)
    await inDialog('Revoke')
    await page.getByText(/^revoked /).waitFor()
  })

  test('[X8] a webhook is tested first and then added; its messages are signed with the key that is shown', async () => {
    await page.getByLabel('Address').fill('https://hooks.example.org/rostrum')
    await press('Send a test, then add')
    await page.getByText('This address is not allowed').waitFor()
    receiver.answer = () => 500
    await page.getByLabel('Address').fill(receiver.url)
    await press('Send a test, then add')
    await page.getByText('The test did not arrive').waitFor()
    receiver.answer = () => 200
    await page.getByLabel('Session: topics').check()
    await press('Send a test, then add')
    const key = page.locator('code', { hasText: /^whsec_/ })
    await key.waitFor()
    await chair.sendUntilAnswered('session.open', { onAnyDay: true })
    await expect.poll(() => receiver.numbers.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    const last = receiver.accepted.at(-1)
    if (last === undefined) throw new Error('nothing arrived')
    verifyMessage((await key.textContent()) ?? '', last)
  })

  test('[X10] the page shows which message fails and what waits behind it, tries now, and sends again', async () => {
    const before = receiver.numbers.length
    receiver.answer = () => 503
    await announce('Welcome')
    await announce('The second')
    await expect
      .poll(() => receiver.received.filter(({ body }) => body.number === before + 1).length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(3)
    await page.reload()
    await page.getByText('1 message not delivered, 1 waiting behind it.').waitFor()
    // The page asks for the rows regularly, and the server records an attempt when it is over.
    const first = new RegExp(`^${before + 1} .*announcement.made.*(?:[3-9]|\\d\\d) tries 503 in \\d+ ms`)
    await expect
      .poll(async () => (await readRows()).slice(0, 2), { timeout: 30_000 })
      .toEqual([
        expect.stringMatching(new RegExp(`^${before + 2} .*announcement.made.*Waiting behind no. ${before + 1}`)),
        expect.stringMatching(first),
      ])
    for (const [width, height] of [
      [1280, 720],
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([width, 0])
      await takePicture(`light-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 720 })
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(findSmallTargets, 24)).toEqual([])
    receiver.answer = () => 200
    await press(/^Try now/)
    await page.getByText('Delivering').waitFor({ timeout: 30_000 })
    await expect.poll(async () => (await readRows())[0], { timeout: 30_000 }).toMatch(/Delivered 200 in/)
    await rows()
      .first()
      .getByRole('button', { name: /^Send again/ })
      .click()
    await page.getByRole('dialog').getByText('announcement.made').waitFor()
    await takePicture('dialog')
    const count = receiver.received.length
    await inDialog(/^Send this one$/)
    await expect.poll(() => receiver.received.length).toBe(count + 1)
    expect(receiver.received.at(-1)?.id).toBe(receiver.received.at(-2)?.id)
  })

  test('the page fits in six languages, dark and from right to left', { timeout: 120_000 }, async () => {
    receiver.answer = () => 410
    await announce('The third')
    await expect.poll(() => receiver.received.at(-1)?.body.data['text'], { timeout: 20_000 }).toBe('The third')
    for (const language of ['ar', 'zh', 'fr', 'ru', 'es']) {
      await page.evaluate((id) => localStorage.setItem('rostrum.language', id), language)
      await page.emulateMedia({ colorScheme: language === 'ar' || language === 'ru' ? 'dark' : 'light' })
      await page.reload()
      await page.locator('table').waitFor()
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 720 })
        expect([language, width, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
          language,
          width,
          0,
        ])
        await takePicture(`${language}-${width}`)
      }
      expect([language, await findViolations(page)]).toEqual([language, []])
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr')
    }
    await page.evaluate(() => localStorage.setItem('rostrum.language', 'en'))
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.reload()
    await page.getByText('Ended by the receiver').waitFor({ timeout: 30_000 })
    await press(/^Delete http/)
    await inDialog('Delete')
    await page.getByText('No webhooks yet').waitFor()
    await press('Back')
  })
})
