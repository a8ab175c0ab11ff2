/** A hand that presses twice, on every control that acts on the floor, in a real browser: by mouse, touch and Enter. One press is one act. */
import { restMs } from '@rostrum/client/ui/resting'
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage, waitForPage } from './stage.ts'

/** How long after the first press the second one begins, in milliseconds. */
const gaps = [40, 120, 180, 250, 400]
type Gap = number | 'held'
type Surface = 'chair' | 'secretariat'
type Hand = 'mouse' | 'touch' | 'Enter'
const drivers = [
  ['chair', 'mouse'],
  ['chair', 'touch'],
  ['chair', 'Enter'],
  ['secretariat', 'mouse'],
  ['secretariat', 'Enter'],
] as const satisfies readonly (readonly [Surface, Hand])[]

/** The step that the main button shows for each command. On a busy machine it shows it later. */
const steps = {
  'floor.call': 'call',
  'floor.start': 'start',
  'floor.resume': 'continue',
  'floor.recognize': 'recognize',
  'floor.end': 'end',
}

type Turn = { readonly id: never; readonly startedAt: number | null } | null
type Floor = { readonly current: Turn; readonly interrupted: Turn }

/** A page of the staff in a session of its own, and everything that the page sends. */
class Driver {
  readonly sent: string[] = []
  /** How many second presses came in time to be a slip. */
  slips = 0
  readonly page: Page
  readonly hand: Hand
  readonly #other: TestClient
  readonly #devTools: CDPSession

  private constructor(page: Page, hand: Hand, other: TestClient, devTools: CDPSession) {
    this.page = page
    this.hand = hand
    this.#other = other
    this.#devTools = devTools
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const type = /\["command",.*?"type":"([a-z.-]+)"/.exec(String(payload))?.[1]
        if (type) this.sent.push(type)
      }),
    )
  }

  static async open(stage: Stage, surface: Surface, hand: Hand): Promise<Driver> {
    const links = await stage.newSession(new Date())
    const other = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    const { page, context } = await stage.visit(links[surface], 'laptop')
    const devTools = await context.newCDPSession(page)
    if (hand === 'touch') await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const driver = new Driver(page, hand, other, devTools)
    await driver.say('session.open', {})
    await driver.say('queue.open', {})
    await driver.say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    for (let index = 0; index < 12; index += 1) await driver.add('intervention', index)
    // A page that still enters by its link would end the reload.
    await page.waitForURL(new RegExp(`/${surface}$`))
    await waitForPage(page)
    // From here on it hears what the page sends.
    await page.reload()
    if (surface === 'secretariat')
      await page
        .getByRole('button', { name: /Run the session/ })
        .first()
        .click()
    await driver.main.waitFor()
    return driver
  }

  async say(...[type, data]: Parameters<TestClient['sendUntilAnswered']>) {
    expect([type, await this.#other.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }

  /** Presses the main button twice, once it means `command`. */
  async slipOnMain(gap: Gap, command: keyof typeof steps) {
    const meant = new RegExp(`^\\["${steps[command]}"`)
    await expect.poll(() => this.main.getAttribute('data-means')).toMatch(meant)
    await this.slip(this.main, gap, command)
  }

  add(kind: 'intervention' | 'point-of-order', index: number) {
    const requestChannel = 'room' as const
    const group = 'government' as GroupId
    const seenAt = (Date.now() - 60_000 + index * 1000) as Instant
    return this.say('queue.add', {
      kind,
      person: null,
      entity: `Organization ${index}`,
      speaker: null,
      group,
      requestChannel,
      seenAt,
      note: null,
    })
  }

  get floor() {
    return this.#other.getPart<Floor>('floor')
  }

  get main() {
    return this.page.locator('[data-shortcut=next]')
  }

  /** Presses twice at one place. A key that is held down repeats for longer than a place rests. */
  async #pressTwice(control: Locator, gap: Gap) {
    if (gap === 'held') {
      await control.focus()
      for (let repeated = 0; repeated < 25; repeated += 1) {
        await this.page.keyboard.down('Enter')
        await this.page.waitForTimeout(40)
      }
      return await this.page.keyboard.up('Enter')
    }
    await control.focus()
    const box = await control.boundingBox()
    if (box === null) throw new Error('the control is not drawn')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const began = performance.now()
    await this.#pressOnce(at)
    await this.page.waitForTimeout(Math.max(0, gap - (performance.now() - began)))
    // On a busy machine the second press would come when it is no slip any more.
    if (performance.now() - began > restMs - 150) return
    this.slips += 1
    await this.#pressOnce(at)
  }

  async #pressOnce({ x, y }: { x: number; y: number }) {
    if (this.hand === 'Enter') return await this.page.keyboard.press('Enter')
    if (this.hand === 'mouse') return await this.page.mouse.click(x, y)
    await this.#devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await this.#devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  async waitUntilReady(control: Locator) {
    const isReady = () => control.evaluate((one) => !one.matches('[aria-disabled=true], [data-resting]'))
    await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
  }

  /** Presses `control` twice, and expects that one command is sent, and none until the page rests no more. */
  async slip(control: Locator, gap: Gap, command: string) {
    await this.waitUntilReady(control)
    this.sent.length = 0
    await this.#pressTwice(control, gap)
    await expect.poll(() => this.sent.join(), { timeout: 10_000, message: `${command}, ${this.hand}, ${gap}` }).toContain(command)
    await this.page.waitForTimeout(restMs)
    await this.waitUntilReady(this.main)
    expect(this.sent, `${this.hand}, ${gap}`).toEqual([command])
  }

  close() {
    this.#other.close()
  }
}

describe.runIf(hasBrowser())('a slip of the hand', () => {
  let stage: Stage
  const opened: Driver[] = []
  const open = async (...[surface, hand]: readonly [Surface, Hand]) => {
    const driver = await Driver.open(stage, surface, hand)
    opened.push(driver)
    return driver
  }

  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    for (const driver of opened) driver.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  const button = (driver: Driver, name: string | RegExp) => driver.page.getByRole('button', { name }).first()
  const choose = async (driver: Driver, menu: Locator, entry: string, gap: Gap, command: string) => {
    // The second press before may have been on a row, whose menu names whom it is for and acts on nobody.
    if ((await driver.page.getByRole('menu').count()) > 0) await driver.page.keyboard.press('Escape')
    await menu.click()
    await driver.slip(driver.page.getByRole('menuitem', { name: entry }).first(), gap, command)
  }

  const press = async (driver: Driver, surface: Surface, gap: Gap, index: number) => {
    const { page } = driver
    await driver.slipOnMain(gap, 'floor.call')
    await driver.slip(page.locator('[data-shortcut=undo]'), gap, 'steps.undo')
    expect(driver.floor.current).toBeNull()
    await driver.slipOnMain(gap, 'floor.call')
    await driver.slip(button(driver, 'Not here'), gap, 'floor.mark-absent')
    await driver.slipOnMain(gap, 'floor.call')
    expect(driver.floor.current?.startedAt).toBeNull()
    await driver.slipOnMain(gap, 'floor.start')
    const turn = driver.floor.current?.id
    await driver.slip(page.locator('[data-shortcut=pause]'), gap, 'floor.pause')
    await driver.slipOnMain(gap, 'floor.resume')
    await driver.slip(page.locator('[data-shortcut=add]'), gap, 'floor.extend')
    await driver.slip(button(driver, 'Ask to conclude'), gap, 'cues.give')
    await driver.add('point-of-order', index)
    await driver.slip(button(driver, 'After this speaker'), gap, 'floor.intend')
    await driver.slip(page.locator('[data-shortcut=undo]'), gap, 'steps.undo')
    await driver.slipOnMain(gap, 'floor.recognize')
    await driver.slipOnMain(gap, 'floor.end')
    expect(driver.floor.interrupted?.id).toBe(turn)
    await driver.slipOnMain(gap, 'floor.resume')
    expect(driver.floor.current?.id).toBe(turn)
    await choose(driver, button(driver, 'More cues for the speaker'), 'End only', gap, 'floor.end')
    expect(driver.floor.current).toBeNull()
    // The secretariat's controls stand without the list.
    if (surface === 'chair') {
      await choose(driver, page.locator('[data-queue] [data-row] button').nth(1), 'Call now', gap, 'floor.call')
      const called = driver.floor.current?.id as never
      expect(driver.floor.current?.startedAt).toBeNull()
      await driver.say('floor.start', { turn: called })
      await driver.say('floor.end', { turn: called })
      await driver.main.getByText('Call next').waitFor()
    }
    await driver.add('intervention', index + 20)
  }

  // Each driver has its own session, so the drivers press at the same time.
  test('[F43] a control that is pressed twice acts once', { timeout: 400_000 }, async () => {
    await Promise.all(
      drivers.map(async ([surface, hand]) => {
        const driver = await open(surface, hand)
        for (const [index, gap] of gaps.entries()) await press(driver, surface, gap, index)
        expect(driver.slips).toBeGreaterThan(30)
        if (hand === 'Enter') await press(driver, surface, 'held', gaps.length)
      }),
    )
  })

  test('[F43] a press counts for what the button said when it began, and not at once after an act by somebody else', async () => {
    await expect.poll(pressAfterActOfAnother, { timeout: 240_000 }).toEqual({ inTime: true, sent: [], current: null })
  })

  /** On a busy machine the press comes when the place rests no more. Then it says nothing. */
  const pressAfterActOfAnother = async () => {
    const driver = await open('chair', 'mouse')
    const { page, main } = driver
    const says = (text: string) => main.getByText(text).waitFor()
    await driver.slipOnMain(40, 'floor.call')
    const { x = 0, y = 0 } = (await main.boundingBox()) ?? {}
    const turn = driver.floor.current?.id as never
    driver.sent.length = 0
    // The pointer goes down on one label, and up on the next.
    await page.mouse.move(x + 40, y + 20)
    await page.mouse.down()
    await driver.say('floor.start', { turn })
    await says('End and call next')
    await page.mouse.up()
    await driver.waitUntilReady(main)
    expect(driver.sent).toEqual([])
    const began = performance.now()
    await driver.say('floor.end', { turn })
    // The label has just changed.
    await says('Call next')
    await page.waitForTimeout(40)
    await page.mouse.click(x + 40, y + 20)
    const inTime = performance.now() - began < restMs
    if (!inTime) return { inTime }
    await driver.waitUntilReady(main)
    const { sent, floor } = driver
    const seen = { inTime, sent: [...sent], current: floor.current }
    expect(seen).toEqual({ inTime, sent: [], current: null })
    await driver.slipOnMain(250, 'floor.call')
    return seen
  }
})
