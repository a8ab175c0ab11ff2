/** Pages are drawn with fonts that the tests provide, so that measurements are the same on every machine. */
import { expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { familyNames, setFamily } from '../support/font-families.ts'

/** The widths of a line at 100 px, in whole pixels: for Latin, Cyrillic, Arabic and Chinese. */
const widths = {
  'Segoe UI': [399, 297, 472, 400],
  Roboto: [398, 294, 470, 400],
  'San Francisco': [429, 308, 473, 400],
  Noto: [423, 297, 471, 400],
}

test.runIf(hasBrowser())('a line is as wide as in its family, whatever fonts the machine has', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  const line = (language: string, text: string) => `<p><span lang="${language}">${text}</span></p>`
  const lines = [line('en', 'The floor'), line('ru', 'Слово'), line('ar', 'طلب الكلمة'), line('zh', '发言名单')]
  const style = ':root { font: 100px var(--font) } :lang(ar) { font-family: var(--font-ar) } :lang(zh) { font-family: var(--font-zh) }'
  await page.setContent(`<style>${style}</style>${lines.join('')}`)
  const measured: Record<string, readonly number[]> = {}
  for (const name of familyNames) {
    await setFamily(page, name)
    measured[name] = await page.evaluate(() =>
      [...document.querySelectorAll('span')].map((one) => Math.round(one.getBoundingClientRect().width)),
    )
  }
  await browser.close()
  expect(measured).toEqual(widths)
})
