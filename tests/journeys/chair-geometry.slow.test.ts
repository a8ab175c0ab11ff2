/** The Chair's screen as it is drawn. It is measured in every state of a session, at every size, in every language and in both themes. */

import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { GroupId, QuestionId, SegmentId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { english } from '../support/catalogues.ts'
import { familyNames, nextFamily, setFamily } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, drawnLanguages as languages } from '../support/long-language.ts'
import { findInOtherColours, looks } from '../support/other-colours.ts'
import { type Box, findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { FragileLine, Stage } from './stage.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
] as const
const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]
const longNames = [
  'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في المنطقة'.padEnd(maxEntityLength, ' وشمال أفريقيا'),
  'Commission régionale pour le développement numérique, la connectivité et les services postaux universels',
  'International Federation of Library Associations and Community Networks for Meaningful Connectivity',
]
/** Other work on the machine may slow it down. */
const patience = { timeout: 120_000 }
/** Finds titles that are cut off. The titles of the agenda are short here, so all must be readable. Runs in the page. */
const findCutTitles = () => {
  const isBroken = (title: HTMLElement) => {
    const [text, range] = [document.createTreeWalker(title, NodeFilter.SHOW_TEXT).nextNode() as Text, document.createRange()]
    return [...text.data.matchAll(/[\p{L}\d]+/gu)].some(({ index, 0: word }) => {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      return range.getClientRects().length > 1
    })
  }
  return [...document.querySelectorAll<HTMLElement>('header ol strong')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2 || isBroken(one))
    .map((one) => one.textContent ?? '')
}
/** A folder for screenshots of every state, if somebody wants to look at them. */
const screens = process.env['ROSTRUM_SCREENSHOTS']

type Boxes = Readonly<Record<string, Box>>
const findMoved = (boxes: Boxes, first: Boxes | undefined): readonly string[] =>
  Object.entries(boxes).flatMap(([name, box]) => {
    const [now, before] = [box, first?.[name]].map((one) => JSON.stringify(one))
    return now === before ? [] : [`${name} moved from ${before} to ${now}`]
  })

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
  type Floor = { current: { id: never; startedAt: number | null } | null }
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

  const findFaults = async (page: Page, language: string, at: string, least: number) => {
    const { faults, boxes, rowsInView } = await page.evaluate(measurePage)
    // In the made-up language, the texts next to the agenda take some of its space, and rows are higher.
    const isMadeUp = language === 'long'
    const cutTitles = isMadeUp ? [] : await page.evaluate(findCutTitles)
    const missing = ['clock', 'main', 'alerts', 'actions'].filter((name) => !boxes[name])
    return [
      ...faults,
      ...cutTitles.map((title) => `cut in the agenda: ${title}`),
      ...(rowsInView < (isMadeUp ? least - 1 : least) ? [`${rowsInView} rows in view`] : []),
      ...missing.map((name) => `no box ${name}`),
      ...findMoved(boxes, kept.get(at) ?? boxes),
    ].map((fault) => `${at}: ${fault}`)
  }

  /** Waits until every page shows `selector`, then measures them all. */
  const expectDrawn = async (state: string, selector: string, { least = 0 } = {}) => {
    const faults: string[] = []
    await Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ timeout: 30_000 })))
    for (const [language, page] of pages) {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const theme of width === 1280 ? ['dark', 'light'] : ['light']) {
          await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
          for (const family of width === 1280 ? familyNames : [nextFamily(page)]) {
            const at = `${language} ${width}×${height} ${theme} ${family}`
            await setFamily(page, family)
            faults.push(...(await findLasting(() => findFaults(page, language, at, least))))
            if (screens) await page.screenshot({ path: `${screens}/${state}-${language}-${width}-${theme}-${family}.png` })
            if (!kept.has(at)) kept.set(at, (await page.evaluate(measurePage)).boxes)
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

  test('[V20, V21, V101] before the opening', patience, () => expectDrawn('planned', '[data-phase=empty]'))

  test('[V20, V21, V101] open, and nobody is waiting', patience, async () => {
    await say('session.open', {})
    await expectDrawn('open', '[data-phase=empty]')
  })

  test('[V20, V21, V101] somebody with a long name is called, and 200 are waiting', patience, async () => {
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    await Promise.all(
      Array.from({ length: 201 }, (_, index) =>
        add('intervention', (index % 7 === 0 ? longNames[(index / 7) % 3] : null) ?? `Delegation ${index}`, index),
      ),
    )
    await callNext()
    await expectDrawn('called', '[data-phase=ready]', { least: 6 })
  })

  test(
    '[V20, V21, V101] everything at once: points of order, a right of reply, an announcement, 40 questions, over time',
    patience,
    async () => {
      const turn = getTurn()
      await say('floor.start', { turn })
      await say('floor.extend', { turn, by: -600_000 as never })
      await expectDrawn('speaking', '[data-phase=last],[data-phase=final],[data-phase=over]', { least: 6 })
      for (const index of [0, 1]) await add('point-of-order', longNames[index] ?? '', index)
      await add('right-of-reply', longNames[2] ?? '', 2)
      await say('cues.announce', {
        to: 'everyone',
        text: 'The interpretation in channel 4 has a fault. It is being repaired; please use channel 1 until then.',
      })
      await say('cues.blank', {})
      await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index)))
      await Promise.all([...pages.values()].map((page) => page.locator('[data-phase=over]').waitFor({ timeout: 60_000 })))
      await expectDrawn('all', '[data-alerts="6"]', { least: 6 })
      for (const page of pages.values()) {
        await page.locator('[aria-labelledby=questions-title] > [aria-expanded=false]').click()
        await page.locator('[aria-labelledby=questions-title] > [aria-expanded=true]').waitFor()
        await expect.poll(async () => (await page.evaluate(measurePage)).faults).toEqual([])
      }
    },
  )

  test('[V20, V21, V38] in the system’s own colours, and with more contrast', patience, async () => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await setFamily(page, 'Roboto')
      const found = await findInOtherColours(page, looks, async ({ colorScheme }) => {
        await page.evaluate((name) => {
          document.documentElement.setAttribute('data-theme', name)
          return new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)))
        }, colorScheme)
        return await findLasting(async () => {
          const { faults: drawn, boxes } = await page.evaluate(measurePage)
          const first = kept.get(`${language} 1280×720 light Roboto`)
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
      await page.setViewportSize({ width: 1280, height: 720 })
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
          return [...found, ...findMoved(boxes, kept.get(`${language} 1280×720 light Roboto`))]
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
    expect((await Promise.all(languages.map(press))).flat().join('\n')).toBe('')
  })

  test('[V20, V21, V101] a point of order has the floor', patience, async () => {
    const [entry] = staff.getPart<never[]>('pointsOfOrder')
    await say('floor.recognize', { entry: entry as never, expectedCurrent: getTurn() })
    await expectDrawn('point', '[data-phase=speak]', { least: 6 })
    await say('floor.end', { turn: getTurn() })
    const [other] = staff.getPart<never[]>('pointsOfOrder')
    await say('queue.remove', { entry: other as never, reason: 'other' as never })
  })

  test('[V20, V21, V101] suspended', patience, async () => {
    await say('session.suspend', {} as never)
    await expectDrawn('suspended', '[data-phase=paused]', { least: 6 })
    await say('session.resume', {})
  })

  test('[V20, V21, V101] a question is answered', patience, async () => {
    await say('floor.end', { turn: getTurn() })
    const question = Object.keys(staff.getPart<Record<string, unknown>>('questions'))[0] as QuestionId
    await say('questions.show', { question, expectedCurrent: null })
    await expectDrawn('answering', '[data-phase=ready],[data-phase=speak]', { least: 6 })
  })

  test(
    '[V20, V21, V43] closed: people who were not reached replace the list, and only the remaining action can be pressed',
    patience,
    async () => {
      await say('session.close', {} as never)
      await expectDrawn('closed', '[data-phase=empty]')
      const page = pages.get('en') as Page
      await page.getByRole('button', { name: english['record.open'] }).waitFor()
      await expect.poll(() => page.locator('[data-box=actions] button:not([aria-disabled=true])').allTextContents()).toHaveLength(1)
      const missed = page.getByRole('region', { name: english['statements.secretariat.title'] }).getByRole('listitem')
      await expect.poll(() => missed.count()).toBeGreaterThan(190)
    },
  )
})
