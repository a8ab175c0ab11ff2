/** A server that is stopped in an orderly way announces it on the screens. They continue automatically when it is back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('a server that is restarted', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage.close())

  test('until it is back, the screens say that it restarts, and not that the connection is lost', async () => {
    const chair = (await stage.visit(stage.links.chair, 'chair')).page
    const phone = (await stage.enter(stage.links.room, 'phone')).page
    const speaking = (await stage.visit(stage.links.chair, 'chair', 'fr')).page
    await chair.getByRole('button', { name: 'Open the meeting' }).first().waitFor()
    await phone.getByText('Connected').first().waitFor()
    await speaking.getByRole('button', { name: 'Ouvrir la séance' }).first().waitFor()
    await stage.server.stop()
    const shownTexts = [
      [chair, 'The server is restarting'],
      [phone, 'The server is restarting'],
      [speaking, 'Le serveur redémarre'],
    ] as const
    for (const [page, words] of shownTexts) await page.getByText(words).first().waitFor()
    for (const [page] of shownTexts) expect(await page.getByText(/No connection|Pas de connexion/).count()).toBe(0)
    await stage.server.restart()
    for (const [page, words] of shownTexts) await page.getByText(words).first().waitFor({ state: 'hidden', timeout: 20_000 })
    expect(stage.faults).toEqual([])
  })

  test('[L72] only chair and secretariat tell in the address of their connection that they are staff', async () => {
    const findLane = async (link: string): Promise<string | null> => {
      const addresses: Promise<string>[] = []
      const { page } = await stage.visit(link, 'staff', 'en', async (opened) => {
        addresses.push(opened.waitForEvent('websocket').then((socket) => socket.url()))
      })
      const [address = ''] = await Promise.all(addresses)
      await page.close()
      return new URL(address).searchParams.get('lane')
    }
    const { chair, secretariat, display } = stage.links
    expect(await Promise.all([chair, secretariat, display].map(findLane))).toEqual(['staff', 'staff', null])
  })
})
