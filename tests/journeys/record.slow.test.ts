/** The record, for the secretariat, the Chair and the organizer. The page shows what happened, and the files can be downloaded. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { EntryId, QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type AxeResult = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }

describe.runIf(hasBrowser())('the record', () => {
  tellStory()

  let stage: Stage
  let chair: TestClient
  let secretariat: TestClient
  let room: TestClient
  let remote: TestClient
  let page: Page

  const press = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).first().click()
  const sees = (on: Page, text: string | RegExp) => on.getByText(text).first().waitFor()
  const entry = newCommandId() as unknown as EntryId
  const turn = newCommandId() as unknown as TurnId
  const question = newCommandId() as unknown as QuestionId

  beforeAll(async () => {
    stage = await Stage.open()
    const join = (link: string) => TestClient.join(stage.server.url, { link: getSecret(link) })
    ;[chair, secretariat, room, remote] = await Promise.all([
      join(stage.links.chair),
      join(stage.links.secretariat),
      join(stage.links.room),
      join(stage.links.remote),
    ])
    const expectAccepted = async (reply: Promise<unknown>) => expect(await reply).toEqual({ ok: true })
    await expectAccepted(chair.sendUntilAnswered('session.open', {}))
    await expectAccepted(chair.sendUntilAnswered('queue.open', {}))
    await expectAccepted(room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, entry as never))
    await expectAccepted(chair.sendUntilAnswered('floor.call', { entry, expectedCurrent: null, expectedNext: entry }, turn as never))
    await expectAccepted(chair.sendUntilAnswered('floor.start', { turn }))
    await expectAccepted(
      secretariat.sendUntilAnswered('notes.add', { text: 'Access grew.', tag: 'success', segment: null, about: { kind: 'turn', turn } }),
    )
    await expectAccepted(remote.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }))
    await expectAccepted(
      remote.sendUntilAnswered('questions.ask', { text: 'How is this input reflected?', receipt: null }, question as never),
    )
    await expectAccepted(secretariat.sendUntilAnswered('questions.approve', { question }))
  })
  afterAll(async () => {
    for (const client of [chair, secretariat, room, remote]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('opens from the secretariat’s page during the session, and is the record so far', async () => {
    page = (await stage.visit(stage.links.secretariat, 'staff')).page
    await page.getByRole('link', { name: 'Record' }).click()
    await sees(page, 'The record so far,')
    await sees(page, 'There were two requests for the floor, of which one has the floor and one is waiting.')
    await sees(page, 'Access grew.')
  })

  test('[R13] does not change while somebody reads it, and shows later events when it is made again', async () => {
    expect(await chair.sendUntilAnswered('floor.end', { turn })).toEqual({ ok: true })
    expect(await chair.sendUntilAnswered('session.close', {})).toEqual({ ok: true })
    expect(await remote.sendUntilAnswered('statements.submit', { text: 'What we would have said.', expectedVersion: 0 })).toEqual({
      ok: true,
    })
    expect(await page.getByText('one has the floor and one is waiting').count()).toBe(1)
    await press(page, 'Update the record')
    await sees(page, /of which one was heard and one was not reached. The participant not reached was invited/)
    await page.getByRole('table', { name: 'Questions and their outcome' }).getByText('How is this input reflected?').waitFor()
    await page.getByRole('link', { name: 'Received (S1)' }).first().click()
    await page.waitForURL(/\/record#/)
    const place = new URL(page.url()).hash.slice(1)
    await page.locator(`[id="${place}"] ~ p`, { hasText: 'What we would have said.' }).waitFor()
  })

  test('can be downloaded in every format and language, with the name that the server gives', async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()])
      const content = await readFile(await download.path())
      return { name: download.suggestedFilename(), content }
    }
    const begins = { 'Word document': 'PK', Markdown: '*[', Spreadsheet: 'PK', CSV: 'PK', JSON: '{' }
    const endings = { 'Word document': 'docx', Markdown: 'md', Spreadsheet: 'xlsx', CSV: 'zip', JSON: 'json' }
    for (const format of Object.keys(begins) as (keyof typeof begins)[]) {
      const { name, content } = await saved(format)
      expect(name).toMatch(new RegExp(`\\.${endings[format]}$`))
      expect(content.toString('latin1').trimStart().slice(0, 4), format).toContain(begins[format])
      expect(content.length, format).toBeGreaterThan(200)
    }
    await page.getByLabel('Language of the document').selectOption('fr')
    const french = (await saved('Markdown')).content.toString('utf8')
    await page.getByRole('checkbox', { name: 'Public version' }).check()
    const open = JSON.parse((await saved('JSON')).content.toString('utf8')) as { public: boolean; notes: readonly unknown[] }
    expect(french).toContain('Il y a eu 2 demandes de parole')
    expect(open).toMatchObject({ public: true, notes: [] })
  })

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const { violations } = (await page.evaluate('axe.run(document)')) as AxeResult
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  })

  test('can be read by keyboard only', async () => {
    const point = page
      .getByRole('table', { name: /^Interventions on/ })
      .getByRole('link')
      .first()
    await point.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/record#/)
    await page.locator('tr', { has: page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`) }).waitFor()
    await page.getByRole('group', { name: 'Questions and their outcome' }).focus()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Questions and their outcome')
  })

  test('is black on white on paper, in the dark theme too, without buttons', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await page.getByRole('button', { name: 'Word document' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Back to the secretariat' }).isVisible()).toBe(false)
    expect(await page.getByText('Questions and their outcome').first().isVisible()).toBe(true)
    const inks = await page
      .locator('main')
      .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(main.parentElement ?? main).backgroundColor])
    expect(inks).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  })

  test('in Arabic time runs from right to left, for hours and for segments', async () => {
    await page.getByLabel(/^Language:/).selectOption('ar')
    await page
      .getByRole('heading', { name: /الأسئلة/ })
      .first()
      .waitFor()
    await page.locator('html[dir=rtl]').waitFor({ state: 'attached' })
    const chart = page.getByRole('img').last()
    const findPlaces = (words: RegExp) =>
      chart.locator('text', { hasText: words }).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)))
    const hours = await findPlaces(/^\d\d:\d\d$/)
    expect(hours.length).toBeGreaterThan(1)
    expect(hours).toEqual([...hours].sort((a, b) => b - a))
    const topics = await findPlaces(/^الموضوع/)
    expect(topics.length).toBeGreaterThan(1)
    expect(topics).toEqual([...topics].sort((a, b) => b - a))
    await page.getByLabel(/^اللغة:/).selectOption('en')
    await sees(page, 'There were two requests for the floor')
  })

  test('fits a phone, and leads back to the secretariat’s page', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.getByRole('link', { name: 'Back to the secretariat' }).click()
    await page.waitForURL(/\/secretariat$/)
  })

  test('has a link to the page on which its wording is edited, which stays open after a reload', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const notes = page.locator('[aria-current=page]', { hasText: 'Notes' })
    await page.getByRole('link', { name: 'Record' }).click()
    await page.getByRole('link', { name: 'Edit wording' }).click()
    await notes.waitFor()
    await page.reload()
    await notes.waitFor()
    await press(page, /^Questions/)
    await page.waitForURL(/\/secretariat$/)
  })

  test('is the chair’s next step after the close, and is linked from the chair’s menu and the organizer’s page', async () => {
    const chairs = (await stage.visit(stage.links.chair, 'chair')).page
    await press(chairs, 'Session menu')
    await chairs.getByRole('menuitem', { name: 'Record' }).click()
    await sees(chairs, 'of which one was heard and one was not reached')
    await chairs.getByRole('link', { name: /Back to the Chair/ }).click()
    await press(chairs, /^Open the record/)
    await chairs.getByRole('link', { name: /Back to the Chair/ }).waitFor()
    const home = (await stage.visit(stage.links.organizer, 'staff')).page
    await home
      .getByRole('link', { name: /Record of/ })
      .first()
      .click()
    await sees(home, 'of which one was heard and one was not reached')
    await home.getByRole('link', { name: /Back to the organizer/ }).waitFor()
  })

  test('is not available to a participant', async () => {
    const { page: phone } = await stage.enter(stage.links.room, 'phone')
    await phone.waitForURL(/\/room$/)
    await phone.goto(`${stage.server.url}/record`)
    await sees(phone, 'This page needs a link')
  })
})
