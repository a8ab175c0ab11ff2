/** A phone on a bad network: the size of its first page. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

const limit = 100_000

describe.runIf(hasBrowser())('the first page of a participant', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    await stage.close()
  })

  test.each([
    ['en', 'Yes, continue'],
    ['fr', 'Oui, continuer'],
    ['es', 'Sí, continuar'],
    ['ar', 'نعم، متابعة'],
    ['zh', '正确，继续'],
    ['ru', 'Да, продолжить'],
  ] as const)('needs less than 100 kB of scripts and styles with gzip, in %s', async (language, yes) => {
    const { page } = await stage.visit('about:blank', 'phone', language)
    const loaded: Promise<number>[] = []
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname))
        loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
    })
    await page.goto(stage.links.room)
    await page.getByRole('button', { name: yes }).click()
    await page.waitForURL('**/room')
    await page.getByRole('main').waitFor()
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(loaded)
    expect(sizes.length).toBeGreaterThan(3)
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(limit)
  })
})
