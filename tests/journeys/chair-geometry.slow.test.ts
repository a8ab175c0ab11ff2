/** The Chair's screen as it is drawn. It is measured in every state of a session, at every size, in every language and in both themes. */

import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { GroupId, QuestionId, SegmentId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { english } from '../support/catalogues.ts'
import { findCutTitles, findLacks } from '../support/chair-needs.ts'
import { getName, realNames } from '../support/delegation-names.ts'
import { familyNames, nextFamily, setFamily } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, drawnLanguages as languages } from '../support/long-language.ts'
import { findInOtherColours, looks } from '../support/other-colours.ts'
import { type Boxes, findLasting, findMoved, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { FragileLine, Stage } from './stage.ts'

/** The page that a browser leaves on small laptops, and a large screen, on which everything grows. */
const sizes = [
  [1024, 650],
  [1280, 585],
  [1366, 625],
  [1920, 1080],
] as const
const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]
/** Other work on the machine may slow it down. */
const patience = { timeout: 120_000 }
/** A folder for screenshots of every state, if somebody wants to look at them. */
const screens = process.env['ROSTRUM_SCREENSHOTS']

/** The parts of the Chair’s column. Sentence and clock have a place for each folding of the floor, and the others have one place. */
const parts = ['sentence', 'clock', 'main', 'controls', 'last'] as const
const isFolding = (name: string) => name === 'sentence' || name === 'clock'

/** `least`: the number of rows in view. `mayScroll`: the sentence contains a question of any length. */
type Expected = { readonly least: number; readonly mayScroll: boolean }

describe.runIf(hasBrowser())('the geometry of the Chair’s screen', () => {
  let stage: Stage
  let staff: TestClient
  let code: string
  let chairLink: string
  const pages = new Map<string, Page>()
  const people: TestClient[] = []
  const kept = new Map<string, Boxes>()

  const say = async <C extends Parameters<TestClient['sendUntilAnswered']>[0]>(
    type: C,
    data: Parameters<typeof staff.sendUntilAnswered<C>>[1],
  ) => {
    expect(await staff.sendUntilAnswered(type, data)).toEqual({ ok: true })
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
  type Floor = Readonly<Record<'current' | 'interrupted', { id: never } | null>>
  const getTurn = () => staff.getPart<Floor>('floor').current?.id as never
  const callNext = async () => {
    const next = staff.getPart<{ next: never }>('queue').next
    await say('floor.call', { entry: next, expectedCurrent: getTurn() ?? null, expectedNext: next })
  }
  const ask = async (index: number) => {
    const ticket = await enter(stage.server.url, {
      code,
      person: { entity: `Community network ${index}`, group: groups[index % groups.length], channel: 'room', nameInRecord: false },
    })
    const person = new TestClient(stage.server.url, ticket)
    await person.waitUntilReady()
    people.push(person)
    const id = newCommandId()
    const text = `How will the review fund connectivity for the communities that are not connected yet, and who reports on it? ${index}`
    expect(await person.sendUntilAnswered('questions.ask', { text, receipt: null }, id)).toEqual({ ok: true })
    await say('questions.approve', { question: id as string as QuestionId })
    return id as string as QuestionId
  }

  const findFaults = async (page: Page, language: string, at: string, { least, mayScroll }: Expected) => {
    const { faults, boxes, rowsInView, staffFaults } = await page.evaluate(measurePage)
    // In the made-up language, the texts next to the agenda take some of its space, and rows are higher.
    const isMadeUp = language === 'long'
    const cutTitles = isMadeUp ? [] : await page.evaluate(findCutTitles)
    const { folding, lacks } = await page.evaluate(findLacks, isMadeUp || mayScroll)
    const missing = parts.filter((name) => !boxes[name])
    const still = Object.fromEntries(
      parts.flatMap((name) => (boxes[name] ? [[isFolding(name) ? `${name} ${folding}` : name, boxes[name]]] : [])),
    )
    const before = { ...still, ...kept.get(at) }
    kept.set(at, before)
    return [
      ...faults,
      ...cutTitles.map((title) => `cut in the agenda: ${title}`),
      ...(rowsInView < (isMadeUp ? least - 1 : least) ? [`${rowsInView} rows in view`] : []),
      ...missing.map((name) => `no box ${name}`),
      ...staffFaults,
      ...lacks,
      ...findMoved(still, before),
    ].map((fault) => `${at}: ${fault}`)
  }

  /** Waits until every page shows `selector`, then measures them all. */
  const expectDrawn = async (state: string, selector: string, { least = 0, mayScroll = false }: Partial<Expected> = {}) => {
    const faults: string[] = []
    await Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ timeout: 30_000 })))
    for (const [language, page] of pages) {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const theme of width === 1280 ? ['dark', 'light'] : ['light']) {
          await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
          for (const family of width === 1280 && theme === 'light' ? familyNames : [nextFamily(page)]) {
            const at = `${language} ${width}×${height} ${theme} ${family}`
            await setFamily(page, family)
            const find = () => findFaults(page, language, at, { least, mayScroll })
            // Many faults would make the test wait longer than its limit, and hide what it has found.
            faults.push(...(await (faults.length < 10 ? findLasting(find) : find())))
            if (screens) await page.screenshot({ path: `${screens}/${state}-${language}-${width}-${theme}-${family}.png` })
          }
        }
      }
    }
    // Compared as one text, because the report shortens long lists.
    expect.soft(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    code = links.code
    chairLink = links.chair
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    for (const language of languages) pages.set(language, (await stage.visit(links.chair, 'chair', language)).page)
    await Promise.all([...pages.values()].map((page) => page.locator('[data-phase]').first().waitFor({ timeout: 30_000 })))
    await Promise.all([...pages.values()].map((page) => page.evaluate('document.fonts.ready')))
  })
  afterAll(async () => {
    for (const client of [staff, ...people]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V20, V21, V101, V119, V120, V121] before the opening', patience, () => expectDrawn('planned', '[data-phase=empty]'))

  test('[V20, V21, V101, V119, V120] open, and nobody is waiting', patience, async () => {
    await say('session.open', {})
    await expectDrawn('open', '[data-phase=empty]')
  })

  test('[V20, V21, V101, V119, V120] somebody with a long name is called, and 200 are waiting', patience, async () => {
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    await Promise.all(Array.from({ length: 201 }, (_, index) => add('intervention', getName(index), index)))
    await callNext()
    await expectDrawn('called', '[data-phase=ready]', { least: 6 })
  })

  test(
    '[V20, V21, V101, V119, V120] everything at once: points of order, a right of reply, an announcement, 40 questions, over time',
    patience,
    async () => {
      const turn = getTurn()
      await say('floor.start', { turn })
      await say('floor.extend', { turn, by: -600_000 as never })
      await expectDrawn('speaking', '[data-phase=last],[data-phase=final],[data-phase=over]', { least: 6 })
      for (const index of [0, 1]) await add('point-of-order', realNames[index * 2] ?? '', index)
      await add('right-of-reply', realNames[2] ?? '', 2)
      await say('cues.announce', {
        to: 'everyone',
        text: 'The interpretation in channel 4 has a fault. It is being repaired; please use channel 1 until then.',
      })
      await say('cues.blank', {})
      await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index)))
      await Promise.all([...pages.values()].map((page) => page.locator('[data-phase=over]').waitFor({ timeout: 60_000 })))
      await expectDrawn('all', '[data-alerts="6"]', { least: 6, mayScroll: true })
      for (const page of pages.values()) {
        await page.setViewportSize({ width: 1280, height: 585 })
        await page.locator('[aria-labelledby=questions-title] > [aria-expanded=false]').click()
        await page.locator('[aria-labelledby=questions-title] > [aria-expanded=true]').waitFor()
        await expect.poll(async () => (await page.evaluate(measurePage)).faults).toEqual([])
      }
    },
  )

  test('[V20, V21, V38] in the system’s own colours, and with more contrast', patience, async () => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.setViewportSize({ width: 1280, height: 585 })
      await setFamily(page, 'Roboto')
      const found = await findInOtherColours(page, looks, async ({ colorScheme }) => {
        await page.evaluate((name) => {
          document.documentElement.setAttribute('data-theme', name)
          return new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)))
        }, colorScheme)
        return await findLasting(async () => {
          const { faults: drawn, boxes } = await page.evaluate(measurePage)
          const first = kept.get(`${language} 1280×585 light Roboto`)
          return [...drawn, ...(JSON.stringify(boxes['main']) === JSON.stringify(first?.['main']) ? [] : ['main moved'])]
        })
      })
      faults.push(...found.map((fault) => `${language} ${fault}`))
    }
    expect.soft(faults.join('\n')).toBe('')
  })

  test('[V20, V21, L16] a press is sent, and then waits', patience, async () => {
    // The presses are on pages that never connect again, so that the session stays unchanged.
    const press = async (language: (typeof languages)[number]) => {
      const line = new FragileLine()
      const { page, context } = await stage.visit(chairLink, 'chair', language, line.lay)
      await page.setViewportSize({ width: 1280, height: 585 })
      const main = page.locator('[data-box=main]:not([aria-disabled])')
      await main.waitFor({ timeout: 30_000 })
      await setFamily(page, 'Roboto')
      line.cut()
      const faults: string[] = []
      const says = (key: 'app.sending' | 'app.waiting') =>
        page.locator('[data-box=main]').getByText(catalogues[language][key]).waitFor({ timeout: 30_000 })
      const measure = async (key: string) => {
        const find = async () => {
          const { faults: found, boxes } = await page.evaluate(measurePage)
          const { main, controls, last } = boxes
          return [...found, ...findMoved({ main, controls, last } as Boxes, kept.get(`${language} 1280×585 light Roboto`))]
        }
        faults.push(...(await findLasting(find)).map((fault) => `${language} ${key}: ${fault}`))
      }
      // The message about sending is shown for three seconds, so the test starts to look for it before the press.
      await Promise.all([says('app.sending'), main.click()])
      await measure('app.sending')
      await says('app.waiting')
      await measure('app.waiting')
      await context.close()
      return faults
    }
    // Two at a time, because a text that is shown for three seconds must be measured in them.
    const faults: string[] = []
    for (let first = 0; first < languages.length; first += 2)
      faults.push(...(await Promise.all(languages.slice(first, first + 2).map(press))).flat())
    expect(faults.join('\n')).toBe('')
  })

  test('[V20, V21, V101, V119, V120] a point of order has the floor', patience, async () => {
    const [entry, other] = staff.getPart<never[]>('pointsOfOrder')
    await say('floor.recognize', { entry: entry as never, expectedCurrent: getTurn() })
    await expectDrawn('point', '[data-phase=speak]', { least: 6 })
    await say('floor.end', { turn: getTurn() })
    await say('queue.remove', { entry: other as never, reason: 'other' as never })
  })

  test('[V20, V21, V101, V119, V120] the Chair rules, and the interrupted turn waits', patience, async () => {
    await expectDrawn('ruling', '[data-floor=turn]', { least: 6 })
    await say('floor.resume', { turn: staff.getPart<Floor>('floor').interrupted?.id as never })
  })

  test('[V20, V21, V101, V119, V120] suspended', patience, async () => {
    await say('session.suspend', {} as never)
    await expectDrawn('suspended', '[data-phase=paused]', { least: 6 })
    await say('session.resume', {})
  })

  test('[V20, V21, V101, V119, V120] a question is answered', patience, async () => {
    await say('floor.end', { turn: getTurn() })
    const question = Object.keys(staff.getPart<Record<string, unknown>>('questions'))[0] as QuestionId
    await say('questions.show', { question, expectedCurrent: null })
    await expectDrawn('answering', '[data-phase=ready],[data-phase=speak]', { least: 6, mayScroll: true })
  })

  test(
    '[V20, V21, V43] closed: people who were not reached replace the list, and only the remaining action can be pressed',
    patience,
    async () => {
      await say('session.close', {} as never)
      await expectDrawn('closed', '[data-phase=empty]')
      const page = pages.get('en') as Page
      await page.getByRole('button', { name: english['record.open'] }).waitFor()
      await expect
        .poll(() => page.locator('[data-column]:has([data-box=main]) button:not([aria-disabled=true])').allTextContents())
        .toHaveLength(1)
      const missed = page.getByRole('region', { name: english['statements.secretariat.title'] }).getByRole('listitem')
      await expect.poll(() => missed.count()).toBeGreaterThan(190)
    },
  )
})
