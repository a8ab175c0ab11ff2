/** A participant's phone as it is drawn. All actions are within reach of the thumb, at every size, in every language and in both themes. */
import type { MessageKey } from '@rostrum/client/text/catalogue'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { english } from '../support/catalogues.ts'
import { familyNames, findInFamilies, nextFamily } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, drawnLanguages as languages } from '../support/long-language.ts'
import { findInOtherColours, lightLooks } from '../support/other-colours.ts'
import { measurePage } from '../support/page-geometry.ts'
import { measureThumb, phoneSizes as sizes } from '../support/phone-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, TestClient } from '../support/test-client.ts'
import { FragileLine, Stage } from './stage.ts'

const longNames = {
  long: 'International Federation of Community Networks, ',
  en: 'International Federation of Community Networks for Meaningful Connectivity in Small Island Developing States, ',
  fr: 'Réseau francophone des établissements universitaires de recherche sur la gouvernance du numérique, ',
  es: 'Red iberoamericana de instituciones académicas de investigación sobre la gobernanza de las tecnologías digitales, ',
  ar: 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في منطقة الشرق الأوسط، ',
  zh: '小岛屿发展中国家有意义互联互通社区网络国际联合会以及数字治理研究机构和大学合作网络，',
  ru: 'Международная федерация общинных сетей за полноценный доступ к связи в малых островных развивающихся государствах, ',
} as const

/** Colours do not depend on the language. */
const themed = 'ar'
/** Words are cut on the narrowest phone first, and there in every family. Each other size meets the families in turn. */
const chooseFamilies = (page: Page, width: number) => (width === 320 ? familyNames : [nextFamily(page)])

/** True if a button next to the heading reaches into its words. Runs in the page. */
const coversHeading = (): boolean => {
  const heading = document.querySelector('h1') as Element
  const range = document.createRange()
  range.selectNodeContents(heading)
  const words = [...range.getClientRects()]
  return [...(heading.parentElement?.querySelectorAll(':scope > button') ?? [])].some((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    return words.some((box) => box.left < right && box.right > left && box.top < bottom - 1 && box.bottom > top + 1)
  })
}

describe.runIf(hasBrowser())('the geometry of a phone', () => {
  let stage: Stage
  let staff: TestClient
  let owner: TestClient
  const pages = new Map<(typeof languages)[number], Page>()

  const say = async <C extends Parameters<TestClient['sendUntilAnswered']>[0]>(
    type: C,
    data: Parameters<typeof staff.sendUntilAnswered<C>>[1],
    by = staff,
  ) => {
    expect(await by.sendUntilAnswered(type, data)).toEqual({ ok: true })
  }
  const add = (entity: string, index: number) =>
    say('queue.add', {
      kind: 'intervention',
      person: null,
      entity,
      speaker: null,
      group: 'civil-society' as never,
      requestChannel: 'room',
      seenAt: (Date.now() - (600 - index) * 1000) as Instant,
      note: null,
      language: 'fr' as SpokenLanguage,
    })
  const ask = () => say('queue.join', { kind: 'intervention', topic: null, language: 'es' as SpokenLanguage }, owner)
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const getMine = () => owner.getPart<{ entry: { id: never } | null }>('myQueue').entry?.id as never
  const callMe = () =>
    say('floor.call', {
      entry: getMine(),
      expectedCurrent: getTurn() ?? null,
      expectedNext: staff.getPart<{ next: never }>('queue').next,
    })

  const expectDrawn = async (state: string, key: MessageKey, { clock = false } = {}) => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      const words = catalogues[language][key].replace(/\{.*/s, '').trim()
      await page.getByText(words).first().waitFor()
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const theme of width === 375 && language === themed ? ['dark', 'light'] : ['light']) {
          await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
          const find = async () => [...(await page.evaluate(measurePage)).faults, ...(await page.evaluate(measureThumb, clock))]
          const found = await findInFamilies(page, find, chooseFamilies(page, width))
          faults.push(...found.map((fault) => `${state}, ${language} ${width}×${height} ${theme}: ${fault}`))
        }
      }
    }
    // Compared as one text, because the report shortens long lists.
    expect.soft(faults.join('\n')).toBe('')
  }

  /** Measures on the smallest upright phone and on one on its side. */
  const findFaultsInOtherColours = async (): Promise<string> => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      for (const [width, height] of [sizes[1], sizes[4]]) {
        await page.setViewportSize({ width, height })
        const find = async () => [...(await page.evaluate(measurePage)).faults, ...(await page.evaluate(measureThumb, false))]
        faults.push(...(await findInOtherColours(page, lightLooks, find)).map((fault) => `${language} ${width}×${height} ${fault}`))
      }
    }
    return faults.join('\n')
  }

  /** Lists the pages, not zoomed, on which a button next to the heading reaches into its words. */
  const findCoveredHeadings = async (): Promise<readonly string[]> => {
    const covered: string[] = []
    for (const [language, page] of pages)
      for (const [width, height] of sizes.filter((size) => size[1] > 300)) {
        await page.setViewportSize({ width, height })
        if (await page.evaluate(coversHeading)) covered.push(`${language} ${width}×${height}`)
      }
    return covered
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    owner = await TestClient.join(stage.server.url, { link: getSecret(links.room) })
    for (const language of languages) {
      const { page } = await stage.visit(links.room, 'phone', language)
      await page.locator('[data-thumb] button').first().click()
      pages.set(language, page)
    }
    await say('session.open', {})
    await say('queue.open', {})
    await say('captions.add', { language: 'en' as never })
  })
  afterAll(async () => {
    for (const client of [staff, owner]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V32, V101] idle', () => expectDrawn('idle', 'me.request'))

  test('[V32, V101] in the queue, behind three', async () => {
    for (const [index, name] of [
      'Ministry of Communications of the Republic',
      'Library federation',
      'Telecom operators association',
    ].entries())
      await add(name, index)
    await ask()
    await expect.poll(getMine).toBeDefined()
    await expectDrawn('queued', 'me.notNow')
    // The actions under "More" open above it, so that nothing moves under the finger.
    for (const page of pages.values()) {
      const more = page.locator('[data-thumb] [aria-expanded]')
      const before = await more.boundingBox()
      await more.click()
      await page.locator('[data-thumb] [aria-expanded=true]').waitFor()
      expect(await more.boundingBox()).toEqual(before)
    }
    for (const page of pages.values()) await page.locator('[data-thumb] [aria-expanded]').click()
  })

  test('[V32, V38] in the queue, in the system’s own colours and with more contrast', async () => {
    expect(await findFaultsInOtherColours()).toBe('')
  })

  const askInSilence = async (language: (typeof languages)[number]): Promise<readonly string[]> => {
    const person = { entity: longNames[language].padEnd(maxEntityLength, longNames[language]), group: 'civil-society', channel: 'room' }
    const { link } = await enter(stage.server.url, { code: stage.links.code, person: { ...person, nameInRecord: false } })
    const line = new FragileLine()
    const { page } = await stage.visit(stage.links.room.replace(/#.*/, `#${link}`), 'phone', language, line.lay)
    const faults: string[] = []
    const measure = async (state: string) => {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        const find = async () => [...(await page.evaluate(measurePage)).faults, ...(await page.evaluate(measureThumb, false))]
        const found = await findInFamilies(page, find, chooseFamilies(page, width))
        faults.push(...found.map((fault) => `${state} ${width}×${height}: ${fault}`))
      }
    }
    await page.locator('[data-thumb] button').first().waitFor()
    await measure('confirm')
    await page.locator('[data-thumb] button').first().click()
    await page.getByRole('button', { name: catalogues[language]['me.request'] }).waitFor()
    await measure('idle')
    line.cut()
    // The message about sending is shown for three seconds, so the test starts to look for it before the press.
    const sending = page.getByText(catalogues[language]['app.sending']).first().waitFor()
    await Promise.all([sending, page.getByRole('button', { name: catalogues[language]['me.request'] }).click()])
    await measure('app.sending')
    await page.getByText(catalogues[language]['app.waiting']).first().waitFor()
    await measure('app.waiting')
    await page.context().close()
    return faults.map((fault) => `${language} ${fault}`)
  }
  test('[V32, L16] a name of 160 characters, sending and waiting', async () => {
    expect((await Promise.all(languages.map(askInSilence))).flat().join('\n')).toBe('')
  })

  test('[V32, V101] next', async () => {
    for (const entry of Object.keys(staff.getPart<object>('entries')))
      if (entry !== getMine()) await say('queue.remove', { entry: entry as never, reason: 'other' })
    await expectDrawn('next', 'me.next')
  })

  test('[V32, V101] called', async () => {
    await say('floor.set-limit', { scope: { kind: 'everyone' }, limit: 15_000 as Millis, expectedLimit: 180_000 as Millis })
    await callMe()
    await expectDrawn('called', 'me.cannotSpeak')
  })

  test('[V32, V101] asked whether to give up the turn', async () => {
    for (const [language, page] of pages) await page.getByRole('button', { name: catalogues[language]['me.cannotSpeak'] }).click()
    await expectDrawn('confirm', 'me.giveUpTurn')
    for (const [language, page] of pages) await page.getByRole('button', { name: catalogues[language]['me.willSpeak'] }).click()
  })

  test('[V32, V101] speaking, with a cue', async () => {
    await say('floor.start', { turn: getTurn() })
    await expectDrawn('speaking', 'floor.finished', { clock: true })
    await say('cues.give', { turn: getTurn(), cue: 'one-minute' })
    await expectDrawn('cue', 'cue.one-minute', { clock: true })
  })

  test('[V36, V38] speaking, in the system’s own colours and with more contrast', async () => {
    expect(await findFaultsInOtherColours()).toBe('')
    const page = pages.get('en') as Page
    await page.emulateMedia({ forcedColors: 'active' })
    const edge = await page.evaluate(() => getComputedStyle(document.querySelector('[data-thumb] button') ?? document.body).borderTopWidth)
    await page.emulateMedia({ forcedColors: 'none' })
    expect(edge).toBe('3px')
  })

  test('[V32, V101, V412] over time', async () => {
    await Promise.all([...pages.values()].map((page) => page.setViewportSize({ width: 390, height: 844 })))
    await pages.get('en')?.getByText(english['floor.over']).first().waitFor({ timeout: 40_000 })
    await expectDrawn('over', 'floor.over', { clock: true })
    expect(await findCoveredHeadings()).toEqual([])
    await say('floor.end', { turn: getTurn() })
    await expectDrawn('spoke', 'floor.thanks')
  })

  test('[V32, V101] suspended', async () => {
    await say('session.suspend', {})
    await expectDrawn('suspended', 'session.suspended')
    await say('session.resume', {})
  })

  test('[V32, V101] closed', async () => {
    await say('session.close', {})
    await expectDrawn('closed', 'me.over')
  })
})
