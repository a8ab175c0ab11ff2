/** The room screen while the list is open: the parts that everybody looks for, on every projector, in every language and font. */
import type { TurnId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { realNames } from '../support/delegation-names.ts'
import { familyNames, setFamily } from '../support/font-families.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { measureOnce } from './room-screen.ts'
import { Stage } from './stage.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1280, 800],
  [1366, 768],
  [1536, 864],
  [1600, 900],
  [1680, 1050],
  [1920, 1080],
  [1920, 1200],
  [2560, 1440],
  [3840, 2160],
] as const
const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const
const [speaker = '', ...next] = realNames.slice(0, 4)

/** Counts the parts of the screen, and measures its smallest texts. Runs in the page. */
const look = () => {
  const isSeen = (element: Element) => element.getClientRects().length > 0
  const count = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen).length
  const texts = [...document.querySelectorAll('main *')].filter(
    (element) =>
      isSeen(element) && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
  )
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const getSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  return {
    names: count('aside li bdi'),
    channels: count('aside li small svg'),
    rule: count('aside :is(h2, :has(> h2)) ~ p span'),
    code: count('aside svg[role=img]'),
    codeSize: (document.querySelector('aside svg[role=img]')?.getBoundingClientRect().width ?? 0) / rem,
    address: count('aside [aria-label] p .num'),
    topic: count('footer strong'),
    question: count('footer p'),
    smallName: Math.min(...[...document.querySelectorAll('aside li bdi')].map(getSize)) / innerHeight,
    small: Math.min(...texts.map(getSize)) / rem,
  }
}

describe.runIf(hasBrowser())('the room screen while the list is open', () => {
  let stage: Stage
  let secretariat: TestClient
  const pages = new Map<string, Page>()
  const done = async (...[type, data, id]: Parameters<TestClient['sendUntilAnswered']>) =>
    expect([type, await secretariat.sendUntilAnswered(type, data, id ?? newCommandId())]).toEqual([type, { ok: true }])
  const add = async (entity: string) => {
    const id = newCommandId()
    const data = { kind: 'intervention' as const, person: null, entity, speaker: null, group: 'civil-society' as never, note: null }
    await done('queue.add', { ...data, requestChannel: 'room', seenAt: (Date.now() - 1000) as Instant }, id)
    return id as never
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 60_000))
    secretariat = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    await done('session.open', {})
    await done('queue.open', {})
    await done('agenda.go', { to: 'topic-1' as never, expectedCurrent: 'opening' as never })
    const first = await add(speaker)
    for (const name of [...next, ...realNames.slice(4)]) await add(name)
    await done('floor.call', { entry: first, expectedCurrent: null, expectedNext: first })
    await done('floor.start', { turn: secretariat.getPart<FloorView>('floor').current?.id as TurnId })
    for (const language of languages) {
      const { page } = await stage.visit(links.display, 'display', language)
      await page.locator('[data-phase=speak]').first().waitFor()
      pages.set(language, page)
    }
  })
  afterAll(async () => {
    secretariat.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test.each(languages)(
    '[V147] three names with their channels, the rule, the code with its address, topic and question: %s',
    async (language) => {
      const page = pages.get(language) as Page
      const faults: string[] = []
      for (const family of familyNames) {
        await setFamily(page, family)
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height })
          const where = `${family} ${width}×${height}`
          faults.push(...(await measureOnce(page)).map((fault) => `${where}: ${fault}`))
          const seen = await page.evaluate(look)
          const expected = { names: 3, channels: 3, rule: 1, code: 1, address: 2, topic: 1, question: 1 }
          for (const [what, least] of Object.entries(expected))
            if (seen[what as keyof typeof expected] < least) faults.push(`${where}: ${what} ${seen[what as keyof typeof expected]}`)
          if (seen.codeSize < 12.9) faults.push(`${where}: code of ${seen.codeSize} rem`)
          if (seen.smallName < 0.0249) faults.push(`${where}: a name of ${seen.smallName} of the height`)
          if (seen.small < 1.99) faults.push(`${where}: a text of ${seen.small} rem`)
        }
      }
      expect(faults).toEqual([])
    },
    120_000,
  )
})
