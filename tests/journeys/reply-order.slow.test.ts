/** A reply behind a frame that takes long to unpack, as on a slow laptop, or that cannot be unpacked. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { Stage } from './stage.ts'

/** Each packed frame takes `slowerMs` milliseconds longer to unpack, or cannot be unpacked at all. */
type Unpacking = { readonly slowerMs: number } | 'fails'

/** Changes how the page unpacks frames. Runs in the page. */
const changeUnpacking = (how: Unpacking): void => {
  const Native = DecompressionStream
  window.DecompressionStream = class {
    readonly writable: WritableStream
    readonly readable: ReadableStream
    constructor(format: CompressionFormat) {
      const changed = new TransformStream({
        transform: async (piece, to) => {
          if (how === 'fails') throw new TypeError('damaged')
          await new Promise((resolve) => setTimeout(resolve, how.slowerMs))
          to.enqueue(piece)
        },
      })
      this.writable = changed.writable
      this.readable = changed.readable.pipeThrough(new Native(format))
    }
  } as typeof DecompressionStream
}

/** Counts the packed frames of a page. */
const countPacked = (page: Page): (() => number) => {
  let packed = 0
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string') packed += 1
    }),
  )
  return () => packed
}

describe.runIf(hasBrowser())('a reply', () => {
  tellStory()

  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
    const { page: chair } = await stage.visit(stage.links.chair, 'chair')
    await chair.getByRole('button', { name: /Open the meeting/ }).click()
    const { page: phone } = await stage.enter(stage.links.room, 'phone')
    await phone.getByRole('button', { name: 'Questions' }).click()
    await phone.getByRole('textbox', { name: 'Ask a question' }).fill('Who reports on accessibility?')
    await phone.getByRole('button', { name: 'Send' }).click()
    await phone.getByText('Waiting for review').waitFor()
  })
  afterEach(() => stage.close())

  /** Opens a page. `count` returns the number of packed frames that have reached it. */
  const openReview = async (how: Unpacking) => {
    let count = () => 0
    const { page, context } = await stage.visit(stage.links.secretariat, 'staff', 'en', async (opened) => {
      count = countPacked(opened)
      await opened.addInitScript(changeUnpacking, how)
    })
    await page.getByRole('button', { name: /^Approve$/ }).waitFor()
    return { page, context, count }
  }

  test('[W68] takes effect after the frames before it: a person who has approved a question does not come back to it', async () => {
    const { page, count } = await openReview({ slowerMs: 400 })
    const before = count()
    await page.getByRole('button', { name: /^Approve$/ }).click()
    await page.getByRole('heading', { name: 'Nothing to review' }).waitFor()
    expect(count()).toBeGreaterThan(before)
    await page.getByText('1 question received: 1 published').waitFor()
    expect(await page.getByRole('heading', { name: 'Nothing to review' }).count()).toBe(1)
  })

  test('[W68] that waits for a frame when the line is cut arrives again, and the command has taken effect once', async () => {
    const { page, context, count } = await openReview({ slowerMs: 3000 })
    const before = count()
    await page.getByRole('button', { name: /^Approve$/ }).click()
    await expect.poll(count).toBeGreaterThan(before)
    await context.setOffline(true)
    await page
      .getByText(/offline|Connecting/i)
      .first()
      .waitFor()
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Nothing to review' }).waitFor({ timeout: 20_000 })
    await page.getByText('1 question received: 1 published').waitFor()
  })

  test('[W69] reaches even a page that cannot unpack the frame before it: it connects again and gets everything unpacked', async () => {
    const { page, count } = await openReview({ slowerMs: 0 })
    const before = count()
    await page.evaluate<void, Unpacking>(changeUnpacking, 'fails')
    await page.getByRole('button', { name: /^Approve$/ }).click()
    await page.getByRole('heading', { name: 'Nothing to review' }).waitFor()
    await page.getByText('1 question received: 1 published').waitFor()
    expect(count()).toBe(before + 1)
  })

  test('[W69] a page that cannot unpack anything opens, and gets everything unpacked', async () => {
    const { page, count } = await openReview('fails')
    const before = count()
    expect(before).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Approve$/ }).click()
    await page.getByText('1 question received: 1 published').waitFor()
    expect(count()).toBe(before)
  })
})
