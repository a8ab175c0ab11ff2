/** The secretariat's page as it is drawn: every workplace, with much at once, at every screen size, in every language. */
import { setTimeout as pause } from 'node:timers/promises'
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { GroupId, QuestionId, SegmentId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { longNames } from '../support/delegation-names.ts'
import { familyNames, findInFamilies, nextFamily } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, drawnLanguages as languages } from '../support/long-language.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

/** The pages that a browser leaves on small laptops, and larger ones. */
const sizes = [
  [1024, 650],
  [1280, 585],
  [1366, 625],
  [1440, 900],
  [1920, 1080],
] as const
const workplaces = ['secretariat.questions', 'secretariat.floor', 'people.title', 'notes.title', 'captions.title'] as const
const groups = ['government', 'civil-society', 'private-sector'] as readonly string[] as readonly GroupId[]
/** Other work on the machine may slow it down. */
const patience = { timeout: 180_000 }
/** A folder for screenshots of every state, if somebody wants to look at them. */
const screens = process.env['ROSTRUM_SCREENSHOTS']

describe.runIf(hasBrowser())('the geometry of the secretariat’s page', () => {
  let stage: Stage
  let staff: TestClient
  let code: string
  const pages = new Map<(typeof languages)[number], Page>()
  /** The current step of each page, for the message if one never ends. */
  const steps = new Map<string, string>()
  const people: TestClient[] = []

  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const add = (kind: EntryKind, entity: string, index: number) =>
    say('queue.add', {
      kind,
      person: null,
      entity,
      speaker: null,
      group: groups[index % groups.length] ?? null,
      requestChannel: index % 3 === 0 ? 'remote' : 'room',
      seenAt: (Date.now() - (600 - index) * 1000) as Instant,
      note: null,
      language: index % 2 === 0 ? ('fr' as SpokenLanguage) : null,
    })
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const ask = async (index: number) => {
    const entity = longNames[index % 7] ?? `Community network ${index}`
    const person = { entity, group: groups[index % groups.length], channel: 'room', nameInRecord: false }
    const client = new TestClient(stage.server.url, await enter(stage.server.url, { code, person }))
    await client.waitUntilReady()
    people.push(client)
    const id = newCommandId()
    const text = `How will the review fund connectivity for the communities that are not connected yet, and who reports on it? ${index}`
    expect(await client.sendUntilAnswered('questions.ask', { text, receipt: null }, id)).toEqual({ ok: true })
    if (index % 2 === 0) await say('questions.approve', { question: id as string as QuestionId })
  }

  const measure = async (language: (typeof languages)[number], page: Page, state: string): Promise<readonly string[]> => {
    const faults: string[] = []
    for (const workplace of workplaces) {
      await page.getByRole('navigation').getByRole('button', { name: catalogues[language][workplace] }).click()
      await page.waitForLoadState('networkidle')
      for (const [width, height] of sizes) {
        steps.set(language, `${workplace} ${width}×${height}`)
        await page.setViewportSize({ width, height })
        for (const theme of width === 1280 ? ['dark', 'light'] : ['light']) {
          await page.evaluate((name) => {
            document.documentElement.setAttribute('data-theme', name)
            return new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)))
          }, theme)
          const families = width === 1280 && theme === 'light' ? familyNames : [nextFamily(page)]
          const found = await findInFamilies(page, () => findLasting(async () => (await page.evaluate(measurePage)).faults), families)
          if (screens) await page.screenshot({ path: `${screens}/secretariat-${state}-${workplace}-${language}-${width}-${theme}.png` })
          faults.push(...found.map((fault) => `${language} ${workplace} ${width}×${height} ${theme}: ${fault}`))
        }
      }
    }
    steps.delete(language)
    return faults
  }
  /** Compared as one text, because the report shortens long lists. */
  const expectDrawn = async (state: string) => {
    const late = pause(150_000, undefined, { ref: false }).then(() => {
      throw new Error(`${state} took too long: ${[...steps].join('; ')}`)
    })
    const faults = await Promise.race([late, Promise.all([...pages].map(([language, page]) => measure(language, page, state)))])
    expect.soft(faults.flat().join('\n')).toBe('')
  }
  const everywhere = (selector: string) =>
    Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ timeout: 30_000 })))

  beforeAll(async () => {
    stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    code = links.code
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    for (const language of languages) pages.set(language, (await stage.visit(links.secretariat, 'staff', language)).page)
    await everywhere('[data-phase]')
    await Promise.all([...pages.values()].map((page) => page.evaluate('document.fonts.ready')))
  }, 120_000)
  afterAll(async () => {
    for (const client of [staff, ...people]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V61, V100, V101] before the opening', patience, () => expectDrawn('planned'))

  test('[V61, V100, V101] a person with a long name has the floor, 60 are waiting, 20 questions', patience, async () => {
    await say('session.open', {})
    await say('queue.open', {})
    for (const language of ['en', 'fr', 'ar']) await say('captions.add', { language: language as SpokenLanguage })
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    await Promise.all(
      Array.from({ length: 61 }, (_, index) =>
        add('intervention', (index % 7 === 0 ? longNames[(index / 7) % 3] : null) ?? `Delegation ${index}`, index),
      ),
    )
    // The question that is reviewed first comes from the longest name in Arabic, whose letters reach furthest above and below their line.
    await ask(7)
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index === 7 ? null : ask(index))))
    const next = staff.getPart<{ next: never }>('queue').next
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await say('floor.start', { turn: getTurn() })
    await everywhere('[data-phase=speak]')
    await expectDrawn('speaking')
  })

  test(
    '[V61, V100, V101, V180] points of order, a right of reply, an announcement, a blank room screen and the Chair’s controls',
    patience,
    async () => {
      for (const index of [0, 1]) await add('point-of-order', longNames[index] ?? '', index)
      await add('right-of-reply', longNames[2] ?? '', 2)
      await say('cues.announce', { to: 'everyone', text: 'The interpretation in channel 4 has a fault. Please use channel 1 until then.' })
      await say('cues.blank', {})
      for (const [language, page] of pages) await page.getByRole('button', { name: catalogues[language]['secretariat.controls'] }).click()
      await expectDrawn('all')
    },
  )

  test('[V61, V100, V101] suspended', patience, async () => {
    await say('session.suspend', {})
    await everywhere('[data-phase=paused]')
    await expectDrawn('suspended')
  })

  test('[V61, V100, V101] closed', patience, async () => {
    await say('session.close', {})
    await everywhere('[data-phase=empty]')
    await expectDrawn('closed')
  })
})
