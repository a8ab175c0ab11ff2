/** A session with an overlay, run by the secretariat. */
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { languageIds } from '@rostrum/shared/kernel/wording'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { findInFamilies } from '../support/font-families.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { readPaint } from '../support/page-pixels.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const minute = 60_000
const patience = { timeout: 10_000 }
const sizes = [
  [1280, 720],
  [1920, 1080],
] as const
/** A folder. If it is set, a picture of each state is written to it. */
export const overlayPictures = process.env['ROSTRUM_OVERLAY_PICTURES']

export class OverlayStage {
  readonly stage: Stage
  readonly links: SessionLinks
  readonly secretariat: TestClient

  private constructor(stage: Stage, links: SessionLinks, secretariat: TestClient) {
    this.stage = stage
    this.links = links
    this.secretariat = secretariat
  }

  static async open(): Promise<OverlayStage> {
    const stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 3 * minute))
    return new OverlayStage(stage, links, await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) }))
  }

  get floor(): FloorView {
    return this.secretariat.getPart<FloorView>('floor')
  }

  get turn(): TurnId | null {
    return this.floor.current?.id ?? null
  }

  get next(): EntryId {
    return this.secretariat.getPart<QueueView>('queue').next as EntryId
  }

  async visitInAllLanguages(): Promise<ReadonlyMap<string, Page>> {
    return new Map(await Promise.all(languageIds.map(async (language) => [language, await this.visit(`?lang=${language}`)] as const)))
  }

  /** `options`: the part of the address that begins with `?`. */
  async visit(options: string, link = this.links.overlay): Promise<Page> {
    return (await this.stage.visit(link.replace('#', `${options}#`), 'display')).page
  }

  readonly done: TestClient['sendUntilAnswered'] = async (type, data, id = newCommandId()) => {
    const reply = await this.secretariat.sendUntilAnswered(type, data, id)
    expect([type, reply]).toEqual([type, { ok: true }])
    return reply
  }

  async add(entity: string, kind: 'intervention' | 'point-of-order' = 'intervention', group = 'government'): Promise<EntryId> {
    const id = newCommandId()
    const data = { kind, person: null, entity, speaker: null, group: group as never, requestChannel: 'room' as const, note: null }
    await this.done('queue.add', { ...data, seenAt: (Date.now() - minute) as Instant }, id)
    return id as string as EntryId
  }

  /** Calls a speaker and starts the clock. */
  async call(named?: EntryId): Promise<void> {
    const before = this.turn
    await vi.waitFor(() => expect(this.next).not.toBeNull(), patience)
    const entry = named ?? this.next
    await this.done('floor.call', { entry, expectedCurrent: before, expectedNext: this.next })
    await vi.waitFor(() => expect(this.turn).not.toBe(before), patience)
    await this.done('floor.start', { turn: this.turn as TurnId })
  }

  async close(): Promise<void> {
    this.secretariat.close()
    await this.stage.close()
  }
}

/**
 * Lists faults at both sizes. Text must be complete and readable, with nothing behind it and no character smaller than 2/120 of the
 * picture. All parts together take at most a quarter of the height.
 */
export const findOverlayFaults = async (language: string, page: Page, state: string): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    const found = await findInFamilies(page, () => findLasting(async () => (await page.evaluate(measurePage)).faults))
    const paint = await readPaint(page, '[data-part]')
    const smallest = await page.evaluate(() =>
      Math.min(...[...document.querySelectorAll('main *')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
    )
    if (smallest < (2 * width) / 120 - 0.01) faults.push(`letters of ${smallest} px`)
    if (paint.outside > 0 || paint.shining > 0 || paint.painted === 0) faults.push(JSON.stringify(paint))
    const extent = await page.locator('[data-part]').evaluateAll((parts) => {
      const boxes = parts.map((part) => part.getBoundingClientRect()).filter((box) => box.height > 0)
      return Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top))
    })
    if (extent > height / 4 + 1) faults.push(`${extent} of ${height} px are covered`)
    if (overlayPictures) await page.screenshot({ omitBackground: true, path: `${overlayPictures}/${state}-${language}-${width}.png` })
    faults.push(...found.map((fault) => `${language} ${width}: ${fault}`))
  }
  return faults
}
