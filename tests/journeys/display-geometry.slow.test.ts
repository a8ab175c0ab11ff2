/** The room screen as it is drawn. In every state, size, theme and language, its text is complete, uncovered and inside its column. */
import type { EntryId, QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { familyNames, setFamily } from '../support/font-families.ts'
import { drawnLanguages as languages } from '../support/long-language.ts'
import { findLasting } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { atLongAddress, drawAgain, findFaults, findFaultsInOtherColours, measureOnce, sizes, stale } from './room-screen.ts'
import { FragileLine, type SessionLinks, Stage } from './stage.ts'

const minute = 60_000
/** Screens of a busy machine are late again and again. */
const patience = { timeout: 240_000 }
/** A name of the maximum length. */
const longName = 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في منطقة الشرق الأوسط وشمال أفريقيا والساحل'.padEnd(
  maxEntityLength,
  ' والصحراء',
)
const names = [
  longName,
  'Telecom operators association',
  'Réseau francophone des établissements universitaires de recherche sur la gouvernance du numérique et de l’Internet',
  'Regional commission',
  'Women’s digital rights network of the Pacific small island developing States'.padEnd(maxEntityLength, ' and of the Caribbean'),
]
const shortNames = ['Regional commission', 'Telecom operators association', 'University research centre']
const question =
  'How will the review fund connectivity in rural areas and in small island developing States, and who will report each year on what has been spent, by whom, on which infrastructure and with what effect for women, older persons and persons with disabilities?'
const announcement =
  'Lunch is served on the first floor at 13:00. Delegations that have not yet collected their badges are asked to do so at the entrance before the afternoon.'

describe.runIf(hasBrowser())('the room screen as it is drawn', () => {
  let stage: Stage
  let links: SessionLinks
  let secretariat: TestClient
  let late: TestClient
  let pages: ReadonlyMap<string, Page>

  const openPages = async (link: string): Promise<ReadonlyMap<string, Page>> =>
    new Map(
      await Promise.all(
        languages.map(async (language) => [language, (await stage.visit(link, 'display', language, atLongAddress)).page] as [string, Page]),
      ),
    )
  const join = async (link: string) => TestClient.join(stage.server.url, { link: getSecret(link) })
  const done: TestClient['sendUntilAnswered'] = async (type, data, id = newCommandId()) => {
    const reply = await secretariat.sendUntilAnswered(type, data, id)
    expect([type, reply]).toEqual([type, { ok: true }])
    return reply
  }
  const add = async (by: TestClient, entity: string, kind: 'intervention' | 'right-of-reply' | 'point-of-order' = 'intervention') => {
    const id = newCommandId()
    const data = { kind, person: null, entity, speaker: null, group: 'civil-society' as never, requestChannel: 'room' as const, note: null }
    expect(await by.sendUntilAnswered('queue.add', { ...data, seenAt: (Date.now() - minute) as Instant }, id)).toEqual({ ok: true })
    return id as string as EntryId
  }
  const getTurn = (): TurnId | null => secretariat.getPart<FloorView>('floor').current?.id ?? null
  const call = async (entry: EntryId) => {
    const before = getTurn()
    await done('floor.call', { entry, expectedCurrent: before, expectedNext: secretariat.getPart<QueueView>('queue').next })
    await expect.poll(getTurn).not.toBe(before)
  }
  const atTurn = async (type: 'floor.start' | 'floor.pause' | 'floor.resume' | 'floor.end') => done(type, { turn: getTurn() as TurnId })
  /** Waits until every page shows `selector`. */
  const everywhere = async (selector: string) =>
    Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ timeout: 30_000 })))

  const expectWholeInOtherColours = async () =>
    expect((await Promise.all([...pages.values()].map(findFaultsInOtherColours))).flat()).toEqual([])
  const expectWhole = async () =>
    expect.soft((await Promise.all([...pages].map(([language, page]) => findFaults(language, page)))).flat()).toEqual([])
  beforeAll(async () => {
    stage = await Stage.open()
    const lateLinks = await stage.newSession(new Date(Date.now() - minute))
    late = await join(lateLinks.secretariat)
    await late.sendUntilAnswered('session.open', {})
    await late.sendUntilAnswered('floor.set-limit', {
      scope: { kind: 'everyone' },
      limit: 15_000 as never,
      expectedLimit: 180_000 as never,
    })
    const entry = await add(late, names[1] ?? '')
    for (const name of shortNames) await add(late, name)
    const turn = newCommandId()
    await late.sendUntilAnswered('floor.call', { entry, expectedCurrent: null, expectedNext: entry }, turn)
    await late.sendUntilAnswered('floor.start', { turn: turn as string as TurnId })
    lateDisplay = lateLinks.display
    links = await stage.newSession(new Date(Date.now() - 3 * minute))
    secretariat = await join(links.secretariat)
    pages = await openPages(links.display)
  })
  let lateDisplay = ''
  afterAll(async () => {
    secretariat.close()
    late.close()
    await stage.close()
  })

  const entries: EntryId[] = []
  test.each<readonly [string, () => Promise<unknown>]>([
    ['before the opening', () => everywhere('main h1')],
    [
      'nobody has the floor',
      async () => {
        await done('session.open', {})
        await everywhere('#display-topic')
      },
    ],
    [
      'a new topic',
      async () => {
        await done('queue.open', {})
        for (const name of names) entries.push(await add(secretariat, name))
        await done('agenda.go', { to: 'topic-1' as never, expectedCurrent: 'opening' as never })
        await everywhere('#display-topic')
      },
    ],
    [
      'ready',
      async () => {
        await call(entries[0] as EntryId)
        await everywhere('[data-phase=ready]')
      },
    ],
    [
      'speaking',
      async () => {
        await atTurn('floor.start')
        await everywhere('[data-phase=speak]')
        await expectWholeInOtherColours()
      },
    ],
    [
      'an announcement',
      async () => {
        await done('cues.announce', { to: 'everyone', text: announcement })
        await everywhere('footer [role=status]')
      },
    ],
    [
      'paused',
      async () => {
        await atTurn('floor.pause')
        await everywhere('[data-phase=paused]')
      },
    ],
    [
      'suspended',
      async () => {
        await atTurn('floor.resume')
        await everywhere('[data-phase=speak]')
        await done('session.suspend', { until: (Date.now() + 20 * minute) as Instant })
        await everywhere('#display-suspended')
      },
    ],
    [
      'a point of order',
      async () => {
        await done('session.resume', {})
        const point = await add(secretariat, names[4] ?? '', 'point-of-order')
        await done('floor.recognize', { entry: point, expectedCurrent: getTurn() })
        await everywhere('main section section section [role=timer]')
      },
    ],
    [
      'the ruling',
      async () => {
        await atTurn('floor.end')
        await Promise.all(
          [...pages.values()].map((page) => page.locator('main section section section [role=timer]').waitFor({ state: 'detached' })),
        )
      },
    ],
    [
      'last call',
      async () => {
        await done('floor.resume', { turn: secretariat.getPart<FloorView>('floor').interrupted?.id as TurnId })
        await done('queue.last-call', { for: 120_000 as never })
        await everywhere('aside [data-last-call]')
      },
    ],
    [
      'closed list',
      async () => {
        await done('queue.close', {})
        await Promise.all([...pages.values()].map((page) => page.locator('aside [data-last-call]').waitFor({ state: 'detached' })))
      },
    ],
    [
      'last 30 seconds',
      async () => {
        await done('floor.set-limit', { scope: { kind: 'everyone' }, limit: 30_000 as never, expectedLimit: 180_000 as never })
        await call(entries[1] as EntryId)
        await everywhere('[data-phase=ready]')
        await atTurn('floor.start')
        await everywhere('[data-phase=last]')
      },
    ],
    [
      'a right of reply',
      async () => {
        const reply = await add(secretariat, names[2] ?? '', 'right-of-reply')
        await call(reply)
        await everywhere('[data-phase=ready]')
      },
    ],
    [
      'answering',
      async () => {
        await atTurn('floor.start')
        await everywhere('[data-phase=speak]')
        await atTurn('floor.end')
        const person = { entity: names[4], group: 'civil-society', channel: 'room', nameInRecord: false }
        const asker = await TestClient.join(stage.server.url, { link: (await enter(stage.server.url, { code: links.code, person })).link })
        const asked = newCommandId() as string as QuestionId
        expect(await asker.sendUntilAnswered('questions.ask', { text: question, receipt: null }, asked as never)).toEqual({ ok: true })
        asker.close()
        await done('questions.approve', { question: asked })
        await done('questions.show', { question: asked, expectedCurrent: null })
        await everywhere('main p[dir=auto]:has-text("How will the review fund")')
      },
    ],
    [
      'closed session',
      async () => {
        await done('session.close', {})
        await everywhere('[data-phase=empty]')
      },
    ],
    [
      'over time',
      async () => {
        // A page that nobody measures any more would go on drawing.
        await Promise.all([...pages.values()].map((page) => page.close()))
        pages = await openPages(lateDisplay)
        await everywhere('[data-phase=over]')
      },
    ],
  ])(
    '[V23, V101] %s: no text is cut, covered or outside its column at any size, light or dark, in any language',
    patience,
    async (_, reach) => {
      await reach()
      await expectWhole()
      expect(stage.faults).toEqual([])
    },
  )

  test('[V23, V38] over time, in the system’s own colours and with more contrast', expectWholeInOtherColours)

  // At the same time, because each waits until its screen knows that it hears nothing.
  test.concurrent.each(languages)(
    '[V23, V292] the screen is not updated, and shows since when, in a place of its own: %s',
    async (language) => {
      const line = new FragileLine()
      const { page } = await stage.visit(lateDisplay, 'display', language, line.lay)
      await page.locator('[data-phase=over]').first().waitFor()
      line.cut()
      await page.locator(stale).waitFor({ timeout: 30_000 })
      expect(await findFaults(language, page, (each) => findLasting(() => measureOnce(each)))).toEqual([])
      await page.close()
    },
  )

  test.each(familyNames)(
    '[V23] three short names and the code are all shown, at every size and in every language, in %s',
    async (family) => {
      const lookAtAll = async (page: Page) => {
        await setFamily(page, family)
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height })
          await page.evaluate(drawAgain)
          await expect.poll(() => page.locator('aside li:visible').count()).toBe(shortNames.length)
          await expect.poll(() => page.locator('aside svg[role=img]:visible').count()).toBe(1)
        }
      }
      await Promise.all([...pages.values()].map(lookAtAll))
    },
  )

  test('[V37] text gets its largest size back when the reason for the small size is gone', async () => {
    const page = pages.get('en') as Page
    await setFamily(page, 'Roboto')
    const code = page.locator('aside[data-fit] section > svg[role=img]')
    const setHeight = (height: string) => code.evaluate((image, value) => image.style.setProperty('height', value), height)
    const getSize = () => code.evaluate((image) => image.closest('aside')?.dataset['fit'])
    const before = await getSize()
    await setHeight('60rem')
    await expect.poll(getSize, { timeout: 10_000 }).toBe('9')
    await setHeight('')
    await expect.poll(getSize, { timeout: 10_000 }).toBe(before)
  })
})
