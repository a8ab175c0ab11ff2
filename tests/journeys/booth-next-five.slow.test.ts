/** The next five in the booth, with long names, in a real browser. All of them are in view without scrolling. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const languages = ['en', 'fr', 'ar'] as const
const sizes = [
  [1280, 720],
  [1440, 900],
] as const
const patience = { timeout: 60_000 }

/** Names of two lines each, in groups whose names have the maximum length. */
const waiting = [
  ['International Federation of Library Associations and Institutions', 'technical-academic', 'en'],
  ['Permanent Mission of a Member State to the United Nations Office', 'government', 'ar'],
  ['Inter-American Telecommunication Commission, Regional Group', 'international', 'es'],
  ['Association of Telecommunication and Cloud Service Operators', 'private-sector', 'zh'],
  ['Women’s Network for Digital Rights and Public Interest Media', 'civil-society', 'fr'],
] as const
const pronounced = 'al-LAJ-na al-ik-lee-MEE-ya'
const groupName = 'Technical and academic communities, all'

/**
 * Measures how many pixels of the list are out of view. Also finds rows that are partly hidden, and texts that must not be shortened but
 * are.
 */
const measureList = () => {
  const list = document.querySelector('ol') as HTMLElement
  const edge = list.getBoundingClientRect()
  const hidden = [...list.querySelectorAll('li')].filter((row) => row.getBoundingClientRect().bottom > edge.bottom + 1)
  const isShortened = (one: Element) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && one.getAttribute('title') === null
  return {
    // Heights are given in whole pixels, so one pixel may be missing.
    scrolls: Math.max(0, list.scrollHeight - list.clientHeight - 1),
    rows: list.querySelectorAll('li').length,
    hidden: hidden.length,
    shortened: [...list.querySelectorAll('li *')].filter(isShortened).map((one) => one.textContent),
  }
}

describe.runIf(hasBrowser())('the next five', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  const booths = new Map<(typeof languages)[number], Page>()
  const folder = process.env['ROSTRUM_BOOTH_PICTURES']

  beforeAll(async () => {
    stage = await Stage.open()
    const { id } = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions[0] ?? { id: '' }
    const { plan } = await stage.callApi<{ plan: PlanFile }>(`/api/sessions/${id}/plan`)
    const groups = plan.groups.map((group) => ({ ...group, short: group.mark === 'triangle' ? groupName : group.short }))
    await stage.callApi(`/api/sessions/${id}/plan`, { plan: { ...plan, groups } }, 'PUT')
    staff = await TestClient.join(stage.server.url, { link: getSecret(stage.links.secretariat) })
    const { url } = await stage.callApi<{ url: string }>(`/api/sessions/${id}/booths`, { language: 'en' })
    const people: { url: string; entity: string }[] = []
    for (const [entity, group] of waiting)
      people.push({
        entity,
        ...(await stage.callApi<{ url: string }>(`/api/sessions/${id}/people`, { entity, group, channel: 'remote' })),
      })
    for (const [type, data] of [
      ['session.open', {}],
      ['queue.open', {}],
    ] as const)
      expect(await staff.sendUntilAnswered(type, data)).toEqual({ ok: true })
    for (const [index, { url: link }] of people.entries()) {
      const speaker = await TestClient.join(stage.server.url, { link: getSecret(link) })
      expect(
        await speaker.sendUntilAnswered('queue.join', {
          kind: 'intervention',
          topic: null,
          language: waiting[index]?.[2] as SpokenLanguage,
        }),
      ).toEqual({ ok: true })
      const handedIn = {
        text: index % 2 ? '' : 'A text.',
        mark: index === 2 ? 'verbatim' : 'check',
        pronounced: index > 1 ? pronounced : null,
      }
      const response = await fetch(`${stage.server.url}/api/me/booth-text`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${speaker.ticket.ticket}`, 'content-type': 'application/json' },
        body: JSON.stringify(handedIn),
      })
      expect(response.status).toBe(200)
      speaker.close()
    }
    for (let count = waiting.length; count < 17; count += 1)
      await staff.sendUntilAnswered('queue.add', {
        ...{ kind: 'intervention', person: null, entity: `Delegation ${count}`, speaker: null, note: null, requestChannel: 'room' },
        ...{ group: 'government' as GroupId, seenAt: toInstant(Date.now()) },
      })
    for (const language of languages) booths.set(language, (await stage.visit(url, 'laptop', language)).page)
    // The pronunciation of names arrives after the list, by a separate way.
    for (const page of booths.values()) await page.getByText(pronounced).first().waitFor({ timeout: 30_000 })
  })
  afterAll(async () => {
    staff?.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  const expectWhole = async (name: string, rows: number, width: number, height: number) => {
    for (const [language, page] of booths) {
      await page.setViewportSize({ width, height })
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      if (folder) await page.screenshot({ path: `${folder}/${name}-${language}-${width}.png` })
      // The page may still be changing.
      await expect.poll(() => page.evaluate(measureList), { message: language }).toEqual({ scrolls: 0, rows, hidden: 0, shortened: [] })
      await expect.poll(async () => (await page.evaluate(measurePage)).faults, { message: language }).toEqual([])
    }
  }

  test.each(sizes)('[X73] are in view completely at %i×%i, with long names, texts and pronunciations', patience, async (width, height) =>
    expectWhole('next', 5, width, height),
  )

  test(
    '[X73] are so while one of them speaks, even in the light theme, with requests and messages from both booths',
    patience,
    async () => {
      const { next } = staff.getPart<{ next: never }>('queue')
      expect(await staff.sendUntilAnswered('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })).toEqual({ ok: true })
      const { current } = staff.getPart<{ current: { id: never } }>('floor')
      expect(await staff.sendUntilAnswered('floor.start', { turn: current.id })).toEqual({ ok: true })
      const [english, french] = [booths.get('en') as Page, booths.get('fr') as Page]
      await french.getByRole('button', { name: /Thème/ }).first().click()
      await english.getByRole('button', { name: 'Slower' }).click()
      await english.getByRole('button', { name: 'Closer to the microphone' }).click()
      await french
        .getByText(/Demandé par une autre cabine|Plus près du microphone.: envoyé/)
        .first()
        .waitFor()
      await english.getByRole('button', { name: 'Go on air' }).click()
      await english.getByRole('button', { name: 'Hand over' }).click()
      await french.getByText(/Collègue.: à vous/).waitFor()
      await english.getByRole('textbox', { name: 'Message to your partner' }).fill('suite donnée = how it was addressed')
      await english.getByRole('button', { name: 'Send' }).click()
      await french.getByText('suite donnée = how it was addressed').waitFor()
      for (const page of booths.values()) await page.locator('[data-phase=speak]').waitFor()
      for (const [width, height] of sizes) await expectWhole('long', 5, width, height)
    },
  )
})
