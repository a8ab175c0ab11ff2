/** The page of components, as `npm run components` makes it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examples } from '../components/examples.ts'
import { findViolations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser | undefined
let page: Page
const errors: string[] = []
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../components/build.mjs')])
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(pathToFileURL(stdout.trim()).href)
  await page.getByRole('heading', { name: 'Components' }).waitFor()
})
afterAll(() => browser?.close())

test('each component is seen in each of its states', async () => {
  const boxes = await page.evaluate(
    "[...document.querySelectorAll('.example')].map((box) => [box.getAttribute('aria-label'), box.childNodes.length > 0 && box.offsetHeight > 12])",
  )
  const wanted = Object.entries(examples).flatMap(([file, states]) => Object.keys(states).map((state) => [`${file}: ${state}`, true]))
  expect((boxes as [string, boolean][]).sort()).toEqual((wanted as [string, boolean][]).sort())
})

test('no component writes an error to the console', () => expect(errors).toEqual([]))

test('axe finds nothing', async () => expect(await findViolations(page)).toEqual([]))
