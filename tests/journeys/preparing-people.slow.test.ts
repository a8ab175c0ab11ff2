/** The organizer prepares the people of a session without entering it: imports a workbook, and prints cards and a list. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { makeWorkbook } from '../support/xlsx-workbook.ts'
import { Stage } from './stage.ts'

const peopleCount = 23
const longest = 'x'.repeat(30)
const header = ['Reg. No.', 'Family name', 'Given name(s)', 'E-mail', 'Delegation', 'Stakeholder group', 'Participation', 'Consent']
const rows = Array.from({ length: peopleCount }, (_, index) => [
  `R-${index}`,
  index === 0 ? longest : 'العلي',
  index === 0 ? longest : 'سلمى',
  `p${index}@example.org`,
  index === 0 ? 'An organization with a name as long as the longest that are allowed, '.repeat(2).trim() : 'Réseau',
  'Government',
  index % 2 === 0 ? 'In person' : 'Online',
  'yes',
])
const list = Buffer.from(makeWorkbook({ Notes: [['Read me']], People: [['Participants'], [], header, ...rows] }))
const faulty = Buffer.from(
  makeWorkbook({
    People: [
      header,
      ...rows.map((row, index) => (index === 1 ? [...row.slice(0, 3), 'no address', 'Réseau', 'Martians', 'Moon', 'yes'] : row)),
    ],
  }),
)

describe.runIf(hasBrowser())('people are prepared', () => {
  tellStory()

  let stage: Stage
  let home: Page
  const press = (name: string | RegExp) => home.getByRole('button', { name }).first().click()
  const choose = (name: string, buffer: Buffer) =>
    home.locator('[role=dialog] input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

  beforeAll(async () => {
    stage = await Stage.open()
    home = (await stage.visit(stage.links.organizer, 'laptop')).page
    // Replaces printing, so that the test itself can end it.
    await home.evaluate(() => {
      window.print = () => undefined
    })
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[P7, P34, P39] a workbook with errors imports nobody, and names each cell; the corrected one imports everybody', async () => {
    await press('Import list')
    await choose('people.xlsx', faulty)
    const read = async (name: string) => ((await home.getByRole('region', { name }).textContent()) ?? '').replace(/[\u2066-\u2069]/g, '')
    expect(await read('1 error to correct first')).toContain('D3, E-mail: no address')
    const unclear = await read('What do these 2 values mean?')
    expect(unclear).toContain('Martians (1 row)')
    expect(unclear).toContain('Moon (1 row)')
    await choose('people.xlsx', list)
    await home.getByRole('button', { name: `Import ${peopleCount} people` }).waitFor()
    // Text that does not fit is scrolled or wrapped, never cut off.
    const cut = await home.locator('[role=dialog] table').evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0))
    expect(cut).toBeLessThanOrEqual(0)
    await press(`Import ${peopleCount} people`)
    await home.getByText(`Imported. New: ${peopleCount}.`).waitFor()
    await press('Done')
    await home
      .getByText(`${peopleCount + 2} people`)
      .first()
      .waitFor()
  })

  test('[P46] cards are complete, ten on a sheet of A4, and are not on the screen', async () => {
    await press('Invitations')
    await press('Print cards')
    const cards = home.locator('body > div > ul > li')
    await cards.first().waitFor({ state: 'attached' })
    expect(await cards.count()).toBe(peopleCount + 2)
    expect(await cards.first().isVisible()).toBe(false)
    await home.emulateMedia({ media: 'print' })
    const boxes = await cards.evaluateAll((all) =>
      all.map((card) => {
        const parts = [...card.querySelectorAll('p, svg')].map((part) => part.getBoundingClientRect())
        const { width, height, top, bottom, left, right } = card.getBoundingClientRect()
        const isInside = parts.every((part) => part.top >= top && part.bottom <= bottom && part.left >= left && part.right <= right)
        const code = card.querySelector('svg')?.getBoundingClientRect()
        return { width: Math.round(width), height: Math.round(height), isInside, code: Math.round(code?.width ?? 0) }
      }),
    )
    // 91 by 55 mm, and a code of 34 mm, at 96 pixels per inch.
    for (const box of boxes) expect(box).toEqual({ width: 344, height: 208, isInside: true, code: expect.closeTo(128, -1) })
    const pages = (await home.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length
    expect(pages).toBe(Math.ceil((peopleCount + 2) / 10))
    await home.emulateMedia({ media: 'screen' })
    await home.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await cards.first().waitFor({ state: 'detached' })
  })

  test('[P46] the printed list fits on its paper, and has no code', async () => {
    await press('Print list')
    const table = home.locator('body > div > div > table')
    await table.waitFor({ state: 'attached' })
    // A sheet of A4 with its margins.
    await home.setViewportSize({ width: 680, height: 1000 })
    await home.emulateMedia({ media: 'print' })
    expect(await table.evaluate((one) => one.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
    expect(await table.locator('tbody tr').count()).toBe(peopleCount + 2)
    expect(await table.locator('svg').count()).toBe(0)
    await home.emulateMedia({ media: 'screen' })
    await home.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  })
})
