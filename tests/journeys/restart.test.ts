/** A server that is stopped in good order says so on the screens, and they go on by themselves when it is back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('a server that is restarted', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  }, 60_000)
  afterAll(() => stage.close())

  it('is named on the screens, not taken for a lost connection, and gone from them when it is back', { timeout: 60_000 }, async () => {
    const chair = (await stage.visit(stage.links.chair, 'chair')).page
    const phone = (await stage.enter(stage.links.room, 'phone')).page
    const speaking = (await stage.visit(stage.links.chair, 'chair', 'fr')).page
    await chair.getByRole('button', { name: 'Open the session' }).first().waitFor()
    await phone.getByText('Live').first().waitFor()
    await speaking.getByRole('button', { name: 'Ouvrir la séance' }).first().waitFor()
    await stage.server.stop()
    const said = [
      [chair, 'The server is restarting.'],
      [phone, 'The server is restarting.'],
      [speaking, 'Le serveur redémarre.'],
    ] as const
    for (const [page, words] of said) await page.getByText(words).first().waitFor()
    for (const [page] of said) expect(await page.getByText(/No connection|Pas de connexion/).count()).toBe(0)
    await stage.server.restart()
    for (const [page, words] of said) await page.getByText(words).first().waitFor({ state: 'hidden', timeout: 20_000 })
    // What a page sends while its line is being closed is lost, and sent again; the browser notes it.
    expect(stage.faults.filter((fault) => !fault.includes('already in CLOSING'))).toEqual([])
  })
})
