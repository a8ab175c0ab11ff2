/** Shows pages as people see them who set their own colours, or ask for more contrast. */
import type { Page } from 'playwright-core'
import { findBareButtons, findLostGraphics } from './page-access.ts'

type Look = {
  readonly forcedColors: 'active' | 'none'
  readonly contrast: 'more' | 'no-preference'
  readonly colorScheme: 'light' | 'dark'
}

const contrasts = [
  { forcedColors: 'active', contrast: 'no-preference' },
  { forcedColors: 'none', contrast: 'more' },
] as const
const colorSchemes = ['light', 'dark'] as const
export const looks: readonly Look[] = contrasts.flatMap((contrast) => colorSchemes.map((colorScheme) => ({ ...contrast, colorScheme })))
export const lightLooks = looks.filter(({ colorScheme }) => colorScheme === 'light')

/**
 * Returns the results of `find` in each look. With the system's own colours, it adds everything that has lost its edge or cannot be seen.
 */
export const findInOtherColours = async (
  page: Page,
  some: readonly Look[],
  find: (look: Look) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const look of some) {
    await page.emulateMedia(look)
    const isForced = look.forcedColors === 'active'
    const lost = isForced ? [...(await page.evaluate(findBareButtons)), ...(await page.evaluate(findLostGraphics))] : []
    const name = `${isForced ? 'own colours' : 'more contrast'}, ${look.colorScheme}`
    faults.push(...[...(await find(look)), ...lost].map((fault) => `${name}: ${fault}`))
  }
  await page.emulateMedia({ forcedColors: 'none', contrast: 'no-preference', colorScheme: 'light' })
  return faults
}
