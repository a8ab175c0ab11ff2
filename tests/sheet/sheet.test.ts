/** The page on which a native speaker reviews a language, opened in a browser from its file. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { listCounted } from '../support/catalogues.ts'
import { makeFinder, readWords, toConfirm } from '../support/glossary.ts'
import { productTexts } from '../support/product-texts.ts'
import { digestText, getApproval, readApproved, writeApproved } from './approved.ts'
import { findUses } from './find-uses.ts'
import { main } from './main.ts'

const english = productTexts.get('en') ?? new Map<string, string>()
const russian = productTexts.get('ru') ?? new Map<string, string>()

test('[V77] the files that use a text are found, for every text', () => {
  expect([...english.keys()].filter((key) => findUses(key).length === 0)).toEqual([])
  expect(findUses('queue.cause.group-turn')).toEqual(['client/src/text/position-cause-text.ts'])
})

test.each(['ar', 'es', 'ru', 'zh'] as const)('[V78] each word that is to be confirmed occurs in a text: %s', (language) => {
  const words = toConfirm.get(language) ?? []
  const texts = [...(productTexts.get(language) ?? [])].map(([, text]) => readWords(text))
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((word) => !texts.some((text) => text.search(makeFinder(language, [word])) >= 0))).toEqual([])
})

test('[V77] an unknown language is refused with an explanation', async () => {
  expect(await main(['xx'])).toBe(2)
  expect(await main(['en'])).toBe(2)
})

describe.runIf(hasBrowser())('in a browser', () => {
  let folder: string
  let browser: Browser
  let page: Page
  const row = (key: string) => page.locator(`tr[data-key="${key}"]`)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-sheet-'))
    expect(await main(['ru', join(folder, 'ru.html')])).toBe(0)
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder, 'ru.html')).href)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  test('[V77] it has every text unchanged, and requests no other file', async () => {
    const shown = await page
      .locator('tr[data-key]')
      .evaluateAll((rows) =>
        rows.map((each) => [
          each.getAttribute('data-key'),
          ...[...each.querySelectorAll('td[lang="en"], [data-own]')].map((cell) => cell.textContent),
        ]),
      )
    expect(shown.toSorted()).toEqual([...english].map(([key, text]) => [key, text, russian.get(key)]).toSorted())
    expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0)
    expect(await row('close.left').locator('th').textContent()).toContain('Placeholders: <b> left who')
  })

  test('[V78] it marks the texts that contain a word to be confirmed', async () => {
    await expect(row('role.panellist').getByText('To confirm: член дискуссионной группы').count()).resolves.toBe(1)
    await expect(row('role.chair').getByText('To confirm').count()).resolves.toBe(0)
  })

  test('[V77] remarks are counted, kept after a reload and saved as a file', async () => {
    await row('role.chair').getByRole('checkbox').check()
    await row('record/labels.total').getByRole('textbox').fill('Итого <b>')
    await page.reload()
    await page.getByText(`2 of ${english.size} texts with a remark`).waitFor()
    await page
      .getByRole('checkbox', { name: /I have read these texts/ })
      .nth(0)
      .check()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the remarks' }).click()])
    expect(download.suggestedFilename()).toBe('rostrum-sheet-ru.json')
    const { approved, ...saved } = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(approved['number.ordinal']).toBe(digestText(english.get('number.ordinal') ?? '', russian.get('number.ordinal') ?? ''))
    expect(Object.keys(approved).every((key) => key.startsWith('number.'))).toBe(true)
    expect(saved).toEqual({
      language: 'ru',
      remarks: [
        { key: 'role.chair', text: 'Председатель', wrong: true, remark: '' },
        { key: 'record/labels.total', text: 'Всего', wrong: false, remark: 'Итого <b>' },
      ],
    })
  })
})

test('[V77] a message with a count is shown with each number that a language distinguishes', () => {
  expect(listCounted('ru', 'say.requests').map(([n, text]) => [n, text.replace(/\s/gu, ' ')])).toContainEqual([21, '21 новая заявка.'])
  expect(listCounted('ru', 'role.chair')).toEqual([])
})

test('[V117] a text stays approved until it or its English changes, and is then shown as changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-approved-'))
  const file = pathToFileURL(join(folder, 'ru.tsv'))
  const digest = digestText(english.get('role.chair') ?? '', russian.get('role.chair') ?? '')
  expect(writeApproved('ru', { 'role.chair': digest, 'no.such.key': digest }, file)).toBe(1)
  const approved = readApproved('ru', file)
  expect([...approved.keys()]).toEqual(['role.chair'])
  expect(getApproval(approved, 'role.chair', digest)).toBe('approved')
  expect(getApproval(approved, 'role.chair', digestText('Chairperson', russian.get('role.chair') ?? ''))).toBe('changed')
  expect(getApproval(approved, 'role.panellist', digest)).toBe('new')
  await rm(folder, { recursive: true })
})
