/** The record: a session is played, the page shows what happened, and the files arrive. For the desk, the chair, and whoever organises. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { EntryId, QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { secretOf } from '../support/server-process.ts'
import { Caller, newId } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violations = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }

describe.runIf(hasBrowser())('the record', () => {
  let stage: Stage
  let chair: Caller
  let desk: Caller
  let room: Caller
  let remote: Caller
  let page: Page

  const press = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).first().click()
  const sees = (on: Page, text: string | RegExp) => on.getByText(text).first().waitFor()
  const entry = newId() as unknown as EntryId
  const turn = newId() as unknown as TurnId
  const question = newId() as unknown as QuestionId

  beforeAll(async () => {
    stage = await Stage.open()
    const join = (link: string) => Caller.join(stage.server.url, { link: secretOf(link) })
    ;[chair, desk, room, remote] = await Promise.all([
      join(stage.links.chair),
      join(stage.links.secretariat),
      join(stage.links.room),
      join(stage.links.remote),
    ])
    const told = async (reply: Promise<unknown>) => expect(await reply).toEqual({ ok: true })
    await told(chair.insist('session.open', {}))
    await told(chair.insist('queue.open', {}))
    await told(room.insist('queue.join', { kind: 'intervention', topic: null }, entry as never))
    await told(chair.insist('floor.call', { entry, expectedCurrent: null, expectedNext: entry }, turn as never))
    await told(chair.insist('floor.start', { turn }))
    await told(desk.insist('notes.add', { text: 'Access grew.', tag: 'success', segment: null, about: { kind: 'turn', turn } }))
    await told(remote.insist('queue.join', { kind: 'intervention', topic: null }))
    await told(remote.insist('questions.ask', { text: 'How is this input reflected?', receipt: null }, question as never))
    await told(desk.insist('questions.approve', { question }))
  })
  afterAll(async () => {
    for (const caller of [chair, desk, room, remote]) caller.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  it('is reached from the desk while the session runs, and is the record so far', async () => {
    page = (await stage.visit(stage.links.secretariat, 'desk')).page
    await page.getByRole('link', { name: 'Record' }).click()
    await sees(page, 'The record so far,')
    await sees(page, '0 of 2 requests for the floor were heard.')
    await sees(page, 'Access grew.')
  })

  it('[R13] does not change under the reader, and shows what happened when it is made anew', async () => {
    expect(await chair.insist('floor.end', { turn })).toEqual({ ok: true })
    expect(await chair.insist('session.close', {})).toEqual({ ok: true })
    expect(await remote.insist('statements.file', { text: 'What we would have said.', expectedVersion: 0 })).toEqual({ ok: true })
    expect(await page.getByText('0 of 2 requests').count()).toBe(1)
    await press(page, 'Make it again')
    await sees(page, '1 of 2 requests for the floor was heard.')
    await sees(page, /1 was not reached, and that speaker is invited/)
    await page.getByRole('group', { name: 'Every question' }).getByText('How is this input reflected?').waitFor()
    await press(page, /Received: statement of/)
    await sees(page, 'What we would have said.')
  })

  it('comes as a file in every format, in any language, under the name that the server gives', { timeout: 60_000 }, async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()])
      const content = await readFile(await download.path())
      return { name: download.suggestedFilename(), content }
    }
    const begins = { 'Word document': 'PK', Markdown: '**', Spreadsheet: 'PK', CSV: 'PK', JSON: '{' }
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
    expect(french).toContain('1 demande de parole sur 2')
    expect(open).toMatchObject({ public: true, notes: [] })
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const { violations } = (await page.evaluate('axe.run(document)')) as Violations
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  })

  it('is read by keyboard alone', async () => {
    const shown = page.locator('[aria-labelledby=record-said] details')
    await shown.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    await shown.first().getByRole('listitem').waitFor()
    await page.getByRole('group', { name: 'Every question' }).focus()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Every question')
  })

  it('is black on white on paper, in the dark theme too, without what can only be pressed', async () => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await page.getByRole('button', { name: 'Word document' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Back to the secretariat' }).isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: 'Every question' }).isVisible()).toBe(true)
    const inks = await page
      .locator('main')
      .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(main.parentElement ?? main).backgroundColor])
    expect(inks).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  })

  it('in Arabic time runs as the page reads, hours and parts alike', async () => {
    await page.getByLabel(/^Language:/).selectOption('ar')
    await page.getByRole('heading', { name: 'ما قيل، بحسب الموضوع والمجموعة' }).waitFor()
    const chart = page.locator('[aria-labelledby=record-time] [role=img]')
    const places = async (className: string) => {
      const boxes = await Promise.all((await chart.locator(`[class*=${className}]`).all()).map((one) => one.boundingBox()))
      return boxes.map((box) => Math.round((box?.x ?? 0) + (box?.width ?? 0) / 2))
    }
    for (const className of ['hour', 'planned']) {
      const xs = await places(className)
      expect(xs.length, className).toBeGreaterThan(1)
      expect(xs, className).toEqual([...xs].sort((a, b) => b - a))
    }
    await page.getByLabel(/^اللغة:/).selectOption('en')
    await page.getByRole('heading', { name: 'What was said, by topic and group' }).waitFor()
  })

  it('fits a phone, and leads back to the desk', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.getByRole('link', { name: 'Back to the secretariat' }).click()
    await page.waitForURL(/\/desk$/)
  })

  it('leads to where its wording is edited, which a reload keeps open', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const notes = page.locator('[aria-current=page]', { hasText: 'Notes' })
    await page.getByRole('link', { name: 'Record' }).click()
    await page.getByRole('link', { name: 'Edit wording' }).click()
    await notes.waitFor()
    await page.reload()
    await notes.waitFor()
    await press(page, /^Questions/)
    await page.waitForURL(/\/desk$/)
  })

  it('is the chair’s next step after the close, in their menu, and on the page of whoever organises', async () => {
    const chairs = (await stage.visit(stage.links.chair, 'chair')).page
    await press(chairs, 'Session menu')
    await chairs.getByRole('menuitem', { name: 'Record' }).click()
    await sees(chairs, '1 of 2 requests for the floor was heard.')
    await chairs.getByRole('link', { name: /Back to the Chair/ }).click()
    await press(chairs, /^Open the record/)
    await chairs.getByRole('link', { name: /Back to the Chair/ }).waitFor()
    const home = (await stage.visit(stage.links.organiser, 'desk')).page
    await home
      .getByRole('link', { name: /Record of/ })
      .first()
      .click()
    await sees(home, '1 of 2 requests for the floor was heard.')
    await home.getByRole('link', { name: /Back to the organizer/ }).waitFor()
  })

  it('is not for a participant', async () => {
    const { page: phone } = await stage.enter(stage.links.room, 'phone')
    await phone.waitForURL(/\/room$/)
    await phone.goto(`${stage.server.url}/record`)
    await sees(phone, 'This page needs a link')
  })
})
