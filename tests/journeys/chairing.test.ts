/** A chair under pressure: a wrong press, two drivers at once, somebody who is not there, too long a list, a session that runs late. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { secretOf } from '../support/server-process.ts'
import { Caller } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]

/** A line on which what the server says can be held back for a while. */
class SlowLine {
  #held: (() => void)[] | null = null

  async lay(page: Page): Promise<void> {
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => {
        if (this.#held) this.#held.push(() => socket.send(message))
        else socket.send(message)
      })
    })
  }

  hold(): void {
    this.#held = []
  }

  /** Once the server has answered what was pressed meanwhile. */
  async release(): Promise<void> {
    await expect.poll(() => this.#held?.length ?? 0).toBeGreaterThan(1)
    const held = this.#held ?? []
    this.#held = null
    for (const send of held) send()
  }
}

describe.runIf(hasBrowser())('driving', () => {
  let stage: Stage
  let links: SessionLinks
  let chair: Page
  let desk: Caller
  const opened: Page[] = []

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const choose = async (menu: string | RegExp, item: RegExp) => {
    await press(chair, menu)
    await chair.getByRole('menuitem', { name: item }).click()
  }
  const rows = (page: Page) => page.locator('[data-row]')
  /** The organizations as they stand, first to last. */
  const order = async (page: Page): Promise<readonly string[]> => {
    const texts = await rows(page).allTextContents()
    return texts.map((text) => /(Organization \d+)/.exec(text)?.[1] ?? '')
  }
  /** Written down by the desk, one a second, so that their order is known. */
  const waiting = async (count: number, from = 1) => {
    const now = Date.now()
    for (let index = 0; index < count; index += 1) {
      const reply = await desk.insist('queue.add', {
        kind: 'intervention',
        person: null,
        entity: `Organization ${from + index}`,
        speaker: null,
        group: groups[index % groups.length] ?? null,
        door: index % 3 === 0 ? 'remote' : 'room',
        seenAt: (now - (count - index) * 1000) as Instant,
        note: null,
      })
      expect(reply).toEqual({ ok: true })
    }
  }
  const speaks = () => desk.view<{ current: { speaker: { entity: string } } | null }>('floor').current?.speaker.entity
  const clockOn = async (page: Page): Promise<number> => {
    const [minutes = '0', seconds = '0'] = ((await page.getByRole('timer').first().textContent()) ?? '').replace(/[^\d:]/g, '').split(':')
    return Number(minutes) * 60 + Number(seconds)
  }
  /** Begun so long after its planned start; the chair's screen is open and live. */
  const begin = async (late: number) => {
    links = await stage.newSession(new Date(Date.now() - late))
    desk = await Caller.join(stage.server.url, { link: secretOf(links.secretariat) })
    expect(await desk.insist('session.open', {})).toEqual({ ok: true })
    expect(await desk.insist('queue.open', {})).toEqual({ ok: true })
    chair = await open(links.chair, 'chair')
    await sees(chair, 'Live')
  }
  const open = async (link: string, size: 'chair' | 'desk' | 'screen', prepare?: (page: Page) => Promise<void>): Promise<Page> => {
    const { page } = await stage.visit(link, size, 'en', prepare)
    opened.push(page)
    return page
  }

  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    await stage.close()
  })
  beforeEach(async () => begin(0))
  afterEach(async () => {
    desk.close()
    await Promise.all(opened.splice(0).map((page) => page.context().close()))
    expect(stage.faults).toEqual([])
  })

  it('a wrong "End and call next" is undone: the clock goes on from where it stood, and the list is as it was', async () => {
    await waiting(3)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(chair, 'Now speaking')
    await expect.poll(() => clockOn(chair), { timeout: 5000 }).toBeLessThan(179)
    const [before, stood] = [await order(chair), await clockOn(chair)]
    await press(chair, /End and call next/)
    await sees(chair, 'Called to speak')
    await press(chair, 'Undo')
    await sees(chair, 'Now speaking')
    await sees(chair, /Undone: Called/)
    expect(await order(chair)).toEqual(before)
    const now = await clockOn(chair)
    expect([now <= stood, now >= stood - 8]).toEqual([true, true])
  })

  it('two drivers press at the same time: one call is made, the other is told, and their button rests', async () => {
    await waiting(3)
    const line = new SlowLine()
    const other = await open(links.secretariat, 'desk', (page) => line.lay(page))
    await press(other, /Run the session/)
    const next = other.locator('[data-shortcut=next]')
    await expect.poll(() => next.textContent()).toContain('Call next')
    // Until the line lets it through, the desk sees what both saw when they pressed.
    line.hold()
    await press(chair, /Call next/)
    await sees(chair, 'Called to speak')
    await next.click()
    await line.release()
    await other.getByText(/The list changed/).waitFor()
    expect(speaks()).toBe('Organization 1')
    expect(await next.getAttribute('aria-disabled')).toBe('true')
    await next.click({ force: true })
    expect(desk.view<{ current: { startedAt: number | null } }>('floor').current.startedAt).toBeNull()
    await expect.poll(() => next.getAttribute('aria-disabled'), { timeout: 5000 }).toBeNull()
    await next.click()
    await expect.poll(() => desk.view<{ current: { startedAt: number | null } }>('floor').current.startedAt).not.toBeNull()
    // And without a press of one's own: what somebody else has just changed cannot be pressed by mistake.
    await press(chair, /End and call next/)
    await expect.poll(() => next.getAttribute('aria-disabled'), { timeout: 5000, interval: 20 }).toBe('true')
  })

  it('somebody who is not there goes to the end once, the second time they are unheard', async () => {
    await waiting(2)
    await press(chair, /Call next/)
    await press(chair, 'Not here')
    await expect.poll(() => order(chair)).toEqual(['Organization 2', 'Organization 1'])
    await sees(chair, /Not here/)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await press(chair, /End and call next/)
    await sees(chair, 'Organization 1')
    await press(chair, 'Not here')
    await sees(chair, 'Nobody is waiting')
    await press(chair, 'Undo')
    await sees(chair, 'Called to speak')
  })

  it('someone else than the one called: that one keeps their place', async () => {
    await waiting(3)
    await press(chair, /Call next/)
    await press(chair, 'Call someone else')
    await chair
      .getByRole('dialog')
      .getByRole('radio', { name: /Organization 3/ })
      .click()
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /Call Organization 3/ })
      .click()
    await expect.poll(() => order(chair)).toEqual(['Organization 1', 'Organization 2'])
    expect(speaks()).toBe('Organization 3')
  })

  it('the rule of the order: what would change is read first, then used, and stated on the room screen', async () => {
    const screen = await open(links.display, 'screen')
    expect(await desk.insist('queue.order', { mode: 'received', recommend: false, expectedMode: 'balanced' })).toEqual({ ok: true })
    const now = Date.now()
    for (const [index, group] of [groups[0], groups[0], groups[0], groups[1], groups[2]].entries()) {
      await desk.insist('queue.add', {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index + 1}`,
        speaker: null,
        group: group ?? null,
        door: 'room',
        seenAt: (now - (10 - index) * 1000) as Instant,
        note: null,
      })
    }
    await expect.poll(() => order(chair)).toHaveLength(5)
    await press(chair, /^Order:/)
    await chair.getByRole('radio', { name: /Groups in turn/ }).click()
    await sees(chair, 'What would change')
    await sees(chair, /4th to 2nd/)
    expect(await order(chair)).toEqual([1, 2, 3, 4, 5].map((n) => `Organization ${n}`))
    await press(chair, /Use groups in turn/)
    await expect.poll(() => order(chair)).toEqual([1, 4, 5, 2, 3].map((n) => `Organization ${n}`))
    await sees(screen, /groups in turn/)
  })

  it('a last word closes the list with the call', async () => {
    await waiting(2)
    await choose(/List open/, /Give a last word/)
    await chair
      .getByRole('dialog')
      .getByRole('radio', { name: /Organization 2/ })
      .click()
    await press(chair, /Last word to Organization 2/)
    await sees(chair, 'Called to speak')
    await sees(chair, /List closed/)
    expect(await order(chair)).toEqual(['Organization 1'])
  })

  it('suspended: clocks stand, everybody is told, and it goes on', async () => {
    const screen = await open(links.display, 'screen')
    await waiting(1)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await choose('Session menu', /Suspend the session/)
    await sees(chair, /The session is suspended/)
    await sees(screen, /session suspended|suspended/i)
    const stood = await clockOn(screen)
    await press(chair, /Resume the session/)
    await sees(screen, 'Speaking')
    expect(stood - (await clockOn(screen))).toBeLessThan(5)
  })

  it('a panellist is given the floor without having asked', async () => {
    await waiting(1)
    await press(chair, /Call next/)
    await press(chair, 'Call someone else')
    await chair.getByRole('dialog').getByRole('radio', { name: /Panel/ }).click()
    await press(chair, /Call Panel/)
    await expect.poll(speaks).toBe('Panel')
    expect(await order(chair)).toEqual(['Organization 1'])
  })
})
