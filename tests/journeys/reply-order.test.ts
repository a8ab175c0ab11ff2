/** A reply that overtakes a frame: the frame takes long to unpack, as on a slow laptop. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

/** Milliseconds that each packed frame takes longer. */
const delay = 400

const unpackSlowly = async (page: Page): Promise<void> => {
  await page.addInitScript((ms) => {
    const Native = DecompressionStream
    window.DecompressionStream = class {
      readonly writable: WritableStream
      readonly readable: ReadableStream
      constructor(format: CompressionFormat) {
        const slow = new TransformStream({
          transform: async (piece, to) => {
            await new Promise((resolve) => setTimeout(resolve, ms))
            to.enqueue(piece)
          },
        })
        this.writable = slow.writable
        this.readable = slow.readable.pipeThrough(new Native(format))
      }
    } as typeof DecompressionStream
  }, delay)
}

describe.runIf(hasBrowser())('a reply', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage.close())

  test('[W68] is acted on after the frames that came before it: who has approved a question goes on, and does not come back to it', async () => {
    const { links } = stage
    const { page: chair } = await stage.visit(links.chair, 'chair')
    await chair.getByRole('button', { name: /Open the session/ }).click()
    const { page: phone } = await stage.enter(links.room, 'phone')
    await phone.getByRole('button', { name: 'Questions' }).click()
    await phone.getByRole('textbox', { name: 'Ask a question' }).fill('Who reports on accessibility?')
    await phone.getByRole('button', { name: 'Send' }).click()
    const { page: secretariat } = await stage.visit(links.secretariat, 'staff', 'en', unpackSlowly)
    const packed: number[] = []
    secretariat.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => typeof payload !== 'string' && packed.push(payload.length)),
    )
    await secretariat.reload()
    await secretariat.getByRole('button', { name: /^Approve$/ }).waitFor()
    packed.length = 0
    await secretariat.getByRole('button', { name: /^Approve$/ }).click()
    await secretariat.getByRole('heading', { name: 'Nothing to review' }).waitFor()
    expect(packed.length).toBeGreaterThan(0)
    await secretariat.getByText('1 question received: 1 published').waitFor()
    expect(await secretariat.getByRole('heading', { name: 'Nothing to review' }).count()).toBe(1)
  })
})
