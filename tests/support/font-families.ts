/**
 * Shows pages as people see them whose system has other fonts. The same page is measured in each family, because widths and heights differ.
 */
import type { Page } from 'playwright-core'

/**
 * The families of tokens.css for Windows, Apple, Android and Linux. Selawik has the measurements of Segoe UI. Inter has about those of San
 * Francisco, which cannot be shipped.
 */
const families = {
  'Segoe UI': ['Selawik', 'Open Sans'],
  'San Francisco': ['Inter'],
  Roboto: ['Roboto'],
  Noto: ['Noto Sans'],
} as const
export type FamilyName = keyof typeof families
export const familyNames = Object.keys(families) as readonly FamilyName[]

/** Sets all text of the page in the family. It does not wait, so that the page is laid out once for this and further changes. */
export async function chooseFamily(page: Page, name: FamilyName): Promise<void> {
  await page.evaluate((names) => {
    const quoted = names.map((one) => `"${one}"`).join(', ')
    const { style } = document.documentElement
    style.setProperty('--font', `${quoted}, sans-serif`)
    style.setProperty('--font-ar', `${quoted}, "Noto Sans Arabic", sans-serif`)
    style.setProperty('--font-zh', `${quoted}, "Noto Sans SC", sans-serif`)
  }, families[name])
}

/** Waits until the page is drawn with all that was changed. */
export const waitUntilDrawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise<void>((settled) => requestAnimationFrame(() => requestAnimationFrame(() => settled()))))

/** Sets all text of the page in the family, and waits until the page is drawn with it. */
export async function setFamily(page: Page, name: FamilyName): Promise<void> {
  await chooseFamily(page, name)
  await waitUntilDrawn(page)
}

/** Returns the results of `find` in each of the families. The page keeps the last family. */
export async function findInFamilies(
  page: Page,
  find: () => Promise<readonly string[]>,
  names: readonly FamilyName[] = familyNames,
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const name of names) {
    await setFamily(page, name)
    faults.push(...(await find()).map((fault) => `${name}: ${fault}`))
  }
  return faults
}

const turns: readonly FamilyName[] = ['Segoe UI', 'San Francisco', 'Noto', 'Roboto', 'San Francisco', 'Segoe UI', 'Roboto']
const counts = new WeakMap<Page, number>()

/**
 * Returns the next family, for pages with many states. Seven turns have no common factor with the number of sizes, so each size meets each
 * family.
 */
export function nextFamily(page: Page): FamilyName {
  const count = counts.get(page) ?? 0
  counts.set(page, count + 1)
  return turns[count % turns.length] ?? 'Noto'
}
