/** A Chair under pressure: a wrong press, two people at once, an absent speaker, a new order, a suspension. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { readClock } from './page-clock.ts'
import { type SessionLinks, Stage } from './stage.ts'

const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]

/** A connection that can delay the server's messages. */
class SlowConnection {
  #delayed: (() => void)[] | null = null

  async lay(page: Page): Promise<void> {
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) => {
        if (this.#delayed) this.#delayed.push(() => socket.send(message))
        else socket.send(message)
      })
    })
  }

  hold(): void {
    this.#delayed = []
  }

  /** Waits until the server has answered, then delivers the delayed messages. */
  async release(): Promise<void> {
    await expect.poll(() => this.#delayed?.length ?? 0).toBeGreaterThan(1)
    const held = this.#delayed ?? []
    this.#delayed = null
    for (const send of held) send()
  }
}

/** Presses the button as soon as it pauses, because the test might miss a pause of two seconds. Runs in the page. */
const pressWhilePaused = (button: Element) =>
  new Promise<void>((pressed) => {
    const press = () => {
      // The button is busy while its own press is being sent.
      if (button.getAttribute('aria-disabled') !== 'true' || button.hasAttribute('aria-busy')) return
      changes.disconnect()
      ;(button as HTMLElement).click()
      pressed()
    }
    const changes = new MutationObserver(press)
    changes.observe(button, { attributes: true })
    press()
  })

describe.runIf(hasBrowser())('chairing', () => {
  tellStory()

  let stage: Stage
  let links: SessionLinks
  let chair: Page
  let secretariat: TestClient
  const opened: Page[] = []

  /** A control that rests after a change would not take the press. */
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).and(page.locator(':not([data-resting])')).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const choose = async (menu: string | RegExp, item: RegExp) => {
    await press(chair, menu)
    await chair.locator('[role=menuitem]:not([data-resting])').filter({ hasText: item }).click()
  }
  /** Returns the organizations in the order of the list. */
  const order = async (page: Page): Promise<readonly string[]> => {
    const texts = await page.locator('[data-row]').allTextContents()
    return texts.map((text) => /(Organization \d+)/.exec(text)?.[1] ?? '')
  }
  /** Adds requests by the secretariat, each one second after the previous one, so that their order is known. */
  const addRequests = async (count: number, from = 1) => {
    const now = Date.now()
    for (let index = 0; index < count; index += 1) {
      const reply = await secretariat.sendUntilAnswered('queue.add', {
        kind: 'intervention',
        person: null,
        entity: `Organization ${from + index}`,
        speaker: null,
        group: groups[index % groups.length] ?? null,
        requestChannel: index % 3 === 0 ? 'remote' : 'room',
        seenAt: (now - (count - index) * 1000) as Instant,
        note: null,
      })
      expect(reply).toEqual({ ok: true })
    }
  }
  const speaks = () => secretariat.getPart<{ current: { speaker: { entity: string } } | null }>('floor').current?.speaker.entity
  /** Opens a session `late` milliseconds after its planned start, and the Chair's screen. */
  const begin = async (late: number) => {
    links = await stage.newSession(new Date(Date.now() - late))
    secretariat = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    expect(await secretariat.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    expect(await secretariat.sendUntilAnswered('queue.open', {})).toEqual({ ok: true })
    chair = await open(links.chair, 'chair')
    await sees(chair, 'Connected')
  }
  const open = async (link: string, size: 'chair' | 'staff' | 'display', prepare?: (page: Page) => Promise<void>): Promise<Page> => {
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
    secretariat.close()
    await Promise.all(opened.splice(0).map((page) => page.context().close()))
    expect(stage.faults).toEqual([])
  })

  test('a wrong "End and call next" is undone: the clock continues where it stopped, and the list is as before', async () => {
    await addRequests(3)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(chair, 'Now speaking')
    await expect.poll(() => readClock(chair)).toBeLessThan(179)
    const readAt = performance.now()
    const [before, stood] = [await order(chair), await readClock(chair)]
    await press(chair, /End and call next/)
    await sees(chair, 'Called to speak')
    await press(chair, 'Undo')
    await sees(chair, 'Now speaking')
    await sees(chair, /Undone: Called/)
    expect(await order(chair)).toEqual(before)
    const now = await readClock(chair)
    // However slow the machine is, the clock has run at most since it was first read.
    expect([now <= stood, now >= stood - (performance.now() - readAt) / 1000 - 1]).toEqual([true, true])
  })

  test('[F43, F97, L4] two people press at the same time: they call the same speaker once; of two calls one is refused; the button pauses', async () => {
    await addRequests(3)
    const line = new SlowConnection()
    const other = await open(links.secretariat, 'staff', (page) => line.lay(page))
    await press(other, /Run the session/)
    const next = other.locator('[data-shortcut=next]')
    const refusal = other.getByText(/This has changed in the meantime/)
    const turn = () => secretariat.getPart<{ current: { startedAt: number | null; speaker: { entity: string } } | null }>('floor').current
    const isReady = () => expect.poll(() => next.getAttribute('aria-disabled')).toBeNull()
    /** Presses the other person's button before their page knows what the chair has done. */
    const pressAfter = async (actOfChair: () => Promise<void>) => {
      await next.getByText('Call next').waitFor()
      await isReady()
      line.hold()
      await actOfChair()
      await sees(chair, 'Called to speak')
      await next.click()
      const pressed = next.evaluate(pressWhilePaused)
      await line.release()
      await pressed
      await isReady()
    }
    await pressAfter(() => press(chair, /Call next/))
    expect([turn()?.speaker.entity, turn()?.startedAt, await refusal.count()]).toEqual(['Organization 1', null, 0])
    await press(chair, 'Not here')
    await pressAfter(() => choose(/Organization 3/, /Call now/))
    await refusal.first().waitFor()
    expect([turn()?.speaker.entity, turn()?.startedAt]).toEqual(['Organization 3', null])
    await next.click()
    await expect.poll(() => turn()?.startedAt).toBeTypeOf('number')
    // The button pauses even without an own press: nobody can press by mistake just after another person has changed it.
    const pressedAgain = next.evaluate(pressWhilePaused)
    await press(chair, /End and call next/)
    await pressedAgain
    await isReady()
    await expect.poll(() => turn()?.startedAt).toBeNull()
  })

  test('an absent speaker goes to the end once, and is not reached the second time', async () => {
    await addRequests(2)
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

  test('when another speaker is given the floor, the called speaker keeps their position', async () => {
    await addRequests(3)
    await press(chair, /Call next/)
    await sees(chair, 'Called to speak')
    await choose('More cues for the speaker', /Call someone else/)
    await chair
      .getByRole('dialog')
      .getByRole('radio', { name: /Organization 3/ })
      .click()
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /Call Organization 3/ })
      .click()
    await expect.poll(() => order(chair)).toEqual(['Organization 1', 'Organization 2'])
    await expect.poll(speaks).toBe('Organization 3')
  })

  test('[V42] the order rule: the chair sees a preview of the changes, applies it, and the room screen names the rule', async () => {
    const display = await open(links.display, 'display')
    expect(
      await secretariat.sendUntilAnswered('queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' }),
    ).toEqual({ ok: true })
    const now = Date.now()
    for (const [index, group] of [groups[0], groups[0], groups[0], groups[1], groups[2]].entries()) {
      await secretariat.sendUntilAnswered('queue.add', {
        kind: 'intervention',
        person: null,
        entity: `Organization ${index + 1}`,
        speaker: null,
        group: group ?? null,
        requestChannel: 'room',
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
    // The comparison scrolls into view automatically, and its buttons remain in view.
    await chair.setViewportSize({ width: 1280, height: 720 })
    await press(chair, 'Compare both lists')
    const lookAtPlaces = async () => {
      const top = (await chair.getByRole('columnheader', { name: 'Then' }).boundingBox())?.y ?? 0
      const use = await chair.getByRole('button', { name: /Use groups in turn/ }).boundingBox()
      return [top > 0 && top < 600, (use?.y ?? 999) + (use?.height ?? 0) <= 720]
    }
    await expect.poll(lookAtPlaces).toEqual([true, true])
    await press(chair, /Use groups in turn/)
    await expect.poll(() => order(chair)).toEqual([1, 4, 5, 2, 3].map((n) => `Organization ${n}`))
    await sees(display, /groups in turn/)
  })

  test('a last call closes the list together with the call', async () => {
    await addRequests(2)
    await choose(/List open/, /Call a last speaker/)
    await chair
      .getByRole('dialog')
      .getByRole('radio', { name: /Organization 2/ })
      .click()
    await press(chair, /Call Organization 2 as the last speaker/)
    await sees(chair, 'Called to speak')
    await sees(chair, /List closed/)
    expect(await order(chair)).toEqual(['Organization 1'])
  })

  test('a suspension pauses the clocks, everybody sees it, and the session resumes', async () => {
    const display = await open(links.display, 'display')
    await addRequests(1)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(chair, 'Now speaking')
    await choose('Session menu', /Suspend the meeting/)
    await chair.getByRole('dialog').getByRole('button', { name: 'Suspend now' }).click()
    await sees(chair, /The meeting is suspended/)
    await sees(display, /meeting suspended|suspended/i)
    const stood = await readClock(display)
    await press(chair, /Resume the meeting/)
    const resumedAt = performance.now()
    await press(chair, /^Continue/)
    await sees(display, 'Speaking')
    expect(stood - (await readClock(display))).toBeLessThanOrEqual((performance.now() - resumedAt) / 1000 + 1)
  })

  test('a panellist is given the floor without a request', async () => {
    await addRequests(1)
    await press(chair, /Call next/)
    await sees(chair, 'Called to speak')
    await choose('More cues for the speaker', /Call someone else/)
    await chair.getByRole('dialog').getByRole('radio', { name: /Panel/ }).click()
    await press(chair, /Call Panel/)
    await expect.poll(speaks).toBe('Panel')
    await expect.poll(() => order(chair)).toEqual(['Organization 1'])
  })
})
