/** A link that names a language, opened in a browser that asks for another language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('a link with a language', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    await stage.close()
  })

  const addLanguage = (link: string, language: string) => link.replace('#', `?lang=${language}#`)

  test('[V79] opens the page in its language, even after a reload, and the device stores nothing', async () => {
    const { page, context } = await stage.visit(addLanguage(stage.links.room, 'fr'), 'phone', 'es')
    await page.getByRole('button', { name: 'Oui, continuer' }).click()
    await page.waitForURL('**/room')
    await page.reload()
    await page.getByRole('main').waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr')
    const other = await context.newPage()
    await other.goto(stage.links.room)
    await other.getByRole('button', { name: 'Sí, continuar' }).waitFor()
    expect(stage.faults).toEqual([])
  })

  test('[V79] gives way to the language that was chosen on the device', async () => {
    const { page } = await stage.visit(addLanguage(stage.links.room, 'fr'), 'phone', 'es', async (fresh) => {
      await fresh.addInitScript(() => localStorage.setItem('rostrum.language', 'ru'))
    })
    await page.getByRole('button', { name: 'Да, продолжить' }).waitFor()
  })

  test('[V79] with an unknown language, the browser’s language is used', async () => {
    const { page } = await stage.visit(addLanguage(stage.links.room, '../en'), 'phone', 'es')
    await page.getByRole('button', { name: 'Sí, continuar' }).waitFor()
  })
})
