/**
 * The booth in real browsers. A text is handed in on a phone and read in the booth. Requests of the booth are seen, and captions give the
 * pace.
 */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { findInFamilies } from '../support/font-families.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const languages = ['en', 'fr', 'ar', 'zh', 'es', 'ru'] as const
const sizes = [
  [1024, 768],
  [1280, 720],
  [1440, 900],
] as const
const text = 'Mesdames et Messieurs,\nMa délégation appuie l’examen, et demande que ses résultats soient présentés chaque année.'
const waiting = [
  ['University research centre', 'technical-academic', 'en'],
  ['Telecom operators association', 'private-sector', 'en'],
  ['Regional commission', 'international', 'ar'],
  ['Women’s digital rights network', 'civil-society', 'es'],
] as const
const patience = { timeout: 90_000 }

describe.runIf(hasBrowser())('the booth', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let session = ''
  let phone: Page
  const booths = new Map<(typeof languages)[number] | 'partner', Page>()
  const getBooth = () => booths.get('en') as Page
  const getPartner = () => booths.get('partner') as Page
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id ?? (null as never)
  const callNext = async () => {
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: getTurn(), expectedNext: next })
    await say('floor.start', { turn: getTurn() })
  }
  const folder = process.env['ROSTRUM_BOOTH_PICTURES']
  const lookAt = async (page: Page, name: string) => folder && (await page.screenshot({ path: `${folder}/${name}.png` }))
  const look = async (name: string) => {
    if (!folder) return
    for (const [language, page] of booths) {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: `${folder}/${name}-${language}-${width}.png` })
      }
    }
  }
  /** Expects that every text is complete, uncovered and readable, at every size and in every language. */
  const expectDrawn = async () => {
    const faults: string[] = []
    for (const [language, page] of booths) {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        const found = await findInFamilies(page, () => findLasting(async () => (await page.evaluate(measurePage)).faults))
        faults.push(...found.map((fault) => `${language} ${width}×${height}: ${fault}`))
      }
    }
    expect(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    stage = await Stage.open()
    session = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions[0]?.id ?? ''
    staff = await TestClient.join(stage.server.url, { link: getSecret(stage.links.secretariat) })
    const { url } = await stage.callApi<{ url: string }>(`/api/sessions/${session}/booths`, { language: 'en' })
    for (const language of languages) booths.set(language, (await stage.visit(url, 'laptop', language)).page)
    booths.set('partner', (await stage.visit(url, 'laptop')).page)
    phone = (await stage.enter(stage.links.room, 'phone')).page
    await say('session.open', {})
    await say('queue.open', {})
    await say('captions.add', { language: 'fr' as SpokenLanguage })
    await press(phone, /Request the floor/)
    await press(phone, 'Choose')
    await phone.getByRole('radio', { name: 'Français' }).click()
    await press(phone, 'Done')
    for (const [entity, group, language] of waiting)
      await say('queue.add', {
        ...{ kind: 'intervention', person: null, entity, speaker: null, note: null, requestChannel: 'room' },
        ...{ group: group as GroupId, language: language as SpokenLanguage, seenAt: toInstant(Date.now()) },
      })
    for (const page of booths.values()) await page.getByRole('list').first().waitFor()
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[X56] is dark from the start, and shows before everybody speaks who comes next, in which language', patience, async () => {
    expect(await getBooth().evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await sees(getBooth(), 'Booth: into English')
    await sees(getBooth(), 'University research centre')
    await expectDrawn()
    await look('before')
  })

  test('[X58] a text is handed in on a phone, and the booth sees whether there is one', patience, async () => {
    await press(phone, 'More')
    await press(phone, 'My text')
    await phone.getByRole('textbox', { name: 'My text' }).fill(text)
    await phone.getByText('Check against delivery').click()
    await phone.getByRole('textbox', { name: /How your name is pronounced/ }).fill('day-lay-ga-SYON')
    await press(phone, 'Give to the interpreters')
    await sees(phone, /With the interpreters since/)
    await lookAt(phone, 'phone-handed-in')
    await phone.getByRole('button', { name: 'Close', exact: true }).click()
    const row = getBooth().getByRole('listitem').filter({ hasText: 'day-lay-ga-SYON' })
    await row.getByText('Check against delivery').waitFor()
    expect(await getBooth().getByText('Ma délégation').count()).toBe(0)
  })

  test('[X58] a server that has restarted has forgotten the text, and gets it again', patience, async () => {
    await stage.server.stop()
    await stage.server.restart()
    await getBooth().reload()
    const row = getBooth().getByRole('listitem').filter({ hasText: 'day-lay-ga-SYON' })
    await row.getByText('Check against delivery').waitFor({ timeout: 30_000 })
    await expect.poll(() => staff.socket.connected, { timeout: 20_000 }).toBe(true)
  })

  test('[X56] the speaker’s text is in the booth, where its words can be selected, and not on paper', patience, async () => {
    await callNext()
    for (const page of booths.values()) await sees(page, /Ma délégation/)
    const words = getBooth().getByText(/Ma délégation/)
    await words.selectText()
    expect(await getBooth().evaluate(() => getSelection()?.toString() ?? '')).toContain('Ma délégation')
    await getBooth().emulateMedia({ media: 'print' })
    expect(await words.isVisible()).toBe(false)
    await getBooth().emulateMedia({ media: null })
    await expectDrawn()
  })

  test(
    '[X55] the speaker’s phone shows requests of booth and Chair together, and the booth learns that they were seen',
    patience,
    async () => {
      await say('cues.give', { turn: getTurn(), cue: 'one-minute' })
      await press(getBooth(), 'Slower')
      await sees(phone, 'Slower, please, for the interpreters')
      await sees(phone, 'One minute left')
      await sees(getBooth(), /shown to the speaker/)
      for (const [width, height] of [
        [320, 256],
        [390, 844],
        [844, 390],
      ] as const) {
        await phone.setViewportSize({ width, height })
        await expect.poll(async () => (await phone.evaluate(measurePage)).faults.join('\n')).toBe('')
      }
      await lookAt(phone, 'phone-asked')
      await press(phone, 'Seen')
      await sees(getBooth(), /seen by the speaker, \u2066?\d\d:\d\d:\d\d/)
      const chair = (await stage.visit(stage.links.chair, 'chair')).page
      await sees(chair, /Booth \(.*English.*\): .*Slower.*, seen/)
      for (const [width, height] of sizes) {
        await chair.setViewportSize({ width, height })
        await lookAt(chair, `chair-asked-${width}`)
        // Text that is too large for its place becomes smaller soon after.
        await expect.poll(async () => (await chair.evaluate(measurePage)).faults.join('\n')).toBe('')
      }
    },
  )

  test('[X54] 165 words a minute are fast within three seconds', patience, async () => {
    const answer = await fetch(`${stage.server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: { address: string }[] }
    const { pathname, search } = new URL(tracks[0]?.address ?? '')
    const post = (seq: number) =>
      fetch(`${stage.server.url}${pathname}${search}&seq=${seq}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'les engagements ont été pris de bonne foi',
      })
    // At 165 words a minute, lines of eight words are 2.91 seconds apart, whatever else the machine is doing.
    const begin = Date.now()
    for (const seq of [1, 2, 3]) {
      await new Promise((resolve) => setTimeout(resolve, begin + (seq - 1) * 2_910 - Date.now()))
      await post(seq)
    }
    await getBooth().getByText('Fast', { exact: true }).waitFor({ timeout: 3_000 })
    await expect.poll(() => getBooth().getByRole('button', { name: 'Slower' }).getAttribute('class')).toMatch(/primary/)
    await expectDrawn()
  })

  test(
    '[X57, X72, V38] the partner takes over, and both read each other’s messages; axe finds nothing, dark or light',
    patience,
    async () => {
      await press(getBooth(), 'Go on air')
      await sees(getBooth(), 'You are on air')
      await sees(getPartner(), 'Partner on air')
      await press(getBooth(), 'Hand over')
      await sees(getBooth(), 'your partner has been asked')
      await sees(getPartner(), 'Your partner is handing over')
      await expectDrawn()
      await press(getPartner(), 'Take over')
      await sees(getBooth(), 'Partner on air')
      const field = getPartner().getByRole('textbox', { name: 'Message to your partner' })
      await field.fill('suite donnée = how it was addressed')
      await field.press('Enter')
      await sees(getBooth(), 'suite donnée = how it was addressed')
      await expectDrawn()
      for (const page of [getBooth(), booths.get('ar') as Page]) expect(await findViolations(page)).toEqual([])
      await press(getBooth(), 'Dark theme')
      expect(await findViolations(getBooth())).toEqual([])
      await look('speaking')
    },
  )

  test('[X56] the text is gone with the turn', patience, async () => {
    await callNext()
    await getBooth()
      .getByText(/Ma délégation/)
      .waitFor({ state: 'detached' })
    await sees(getBooth(), 'No text was provided.')
    await expect
      .poll(() => phone.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('handed'))), { timeout: 10_000 })
      .toEqual([])
  })
})
