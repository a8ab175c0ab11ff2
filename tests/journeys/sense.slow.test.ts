/**
 * The sense of the room in real browsers. The Chair writes a prompt and puts it, and phone and laptop respond. The room screen shows it,
 * and the Chair publishes the result.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { confirmAll, Responder } from '../support/sense-room.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage, type Visitor } from './stage.ts'

const [english, arabic] = ['The summary should say how each input was addressed.', 'ينبغي أن يبيّن الموجز كيف جرى تناول كل مساهمة.']

describe.runIf(hasBrowser())('the sense of the room', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let phone: Visitor
  let laptop: Page
  let screen: Page
  let crowd: readonly Responder[]
  let staff: TestClient
  const faults: string[][] = []
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const look = async (page: Page, name: string) => {
    const folder = process.env['ROSTRUM_SENSE_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const open = async (link: string, size: 'chair' | 'phone' | 'laptop' | 'display', language = 'en') => {
    const visitor =
      size === 'phone' || size === 'laptop'
        ? await stage.enter(link, size, language === 'ar' ? 'نعم، متابعة' : 'Yes, continue', language)
        : await stage.visit(link, size, language)
    faults.push(visitor.faults)
    return visitor
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links, server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.chair) })
    chair = (await open(links.chair, 'chair')).page
    phone = await open(links.room, 'phone')
    laptop = (await open(links.remote, 'laptop', 'ar')).page
    screen = (await open(links.display, 'display')).page
    const names = Array.from({ length: 12 }, (_, index) =>
      ['government', 'civil-society'].map((group) => [`${group} ${index}`, group] as const),
    ).flat()
    crowd = await Promise.all(
      names.map(([name, group], index) => Responder.join(server.url, links.code, name, group, index % 3 ? 'room' : 'remote')),
    )
    await confirmAll(staff, crowd)
    await press(chair, /Open the meeting/)
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
  })
  afterAll(async () => {
    for (const { client } of crowd ?? []) client.close()
    staff.close()
    await stage.close()
  })

  test('[E1, E23] the Chair writes it in two languages, sees how many it will reach and that it can be shown, and puts it; the floor stays', async () => {
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Take the sense of the room' }).click()
    const field = chair.getByLabel('Formulation', { exact: true })
    await field.fill(english)
    await chair.getByLabel('Add a language', { exact: true }).selectOption('ar')
    const put = chair.getByRole('button', { name: 'Put to the room' })
    await expect.poll(() => put.getAttribute('aria-disabled')).toBe('true')
    await field.fill(arabic)
    // Both devices and the 24 people who joined are the total that the screens show later.
    await sees(chair, 'It can be shown.')
    await sees(chair, /26 registered people are here now/)
    await look(chair, 'chair-put')
    expect(await chair.locator('[data-box=controls]').isVisible()).toBe(true)
    await put.click()
    await sees(phone.page, english)
    await sees(laptop, arabic)
    await sees(screen, english)
    await sees(chair, 'Until responses close, nobody sees them, not even you.')
    await look(phone.page, 'phone-open')
  })

  test('[E4, E5, E7] phone and laptop respond in place; everybody sees in a word how many have responded, and nothing else', async () => {
    const findPrompt = () => crowd[0]?.client.getPart<{ id: never } | null>('prompt')?.id
    // The phone has the prompt, but this person of the crowd may not have it yet.
    await expect.poll(findPrompt).toBeDefined()
    const prompt = findPrompt() as never
    for (const [index, one] of crowd.entries()) expect(await one.respond(prompt, index < 16 ? 0 : 1)).toEqual({ ok: true })
    await phone.page.getByRole('radio', { name: /Concerns/ }).click()
    await sees(phone.page, 'You have responded.')
    await laptop.getByRole('radio', { name: /يناسبني/ }).click()
    await sees(chair, /Nearly all have responded/)
    await sees(screen, /Nearly all have responded/)
    await look(chair, 'chair-open')
    await look(phone.page, 'phone-answered')
    await look(laptop, 'laptop-ar')
    await look(screen, 'screen-open')
    await phone.page.reload()
    await phone.page.getByRole('radio', { name: /Concerns.*Your response/, checked: true }).waitFor()
  })

  test('[E1] “Concerns” asks for the floor in one tap, with the prompt as topic', async () => {
    await press(phone.page, 'Ask for the floor about this')
    await sees(chair, /1 waiting/)
    expect(crowd[0]?.client.getPart<Record<string, { topic: string | null }>>('entries')).toMatchObject({})
    await sees(chair, english)
  })

  test('[E9] the Chair alone sees the result and confirms twice; then everybody sees exactly this result', async () => {
    await press(chair, 'Close now')
    await sees(chair, 'Visible only to you')
    await sees(phone.page, /The Chair will decide whether to publish the result/)
    await look(chair, 'chair-result')
    await look(phone.page, 'phone-closed')
    expect(await screen.getByText('fewer than three').count()).toBe(0)
    await press(chair, 'Publish')
    await sees(chair, 'Publish to everyone? This cannot be undone.')
    await press(chair, 'Publish to everyone')
    await screen.getByRole('rowheader', { name: 'Comfortable' }).waitFor()
    for (const page of [phone.page, screen]) await sees(page, 'fewer than three')
    await sees(laptop, 'أقل من ثلاثة')
    await look(screen, 'screen-result')
    await look(phone.page, 'phone-result')
    await look(laptop, 'laptop-result-ar')
    await look(chair, 'chair-published')
    const words = await Promise.all([chair, phone.page, screen].map((page) => page.locator('body').textContent()))
    const said = words.map((text) => text?.replaceAll(/(This|It) is not a vote\./g, '') ?? '')
    expect(said.filter((text) => /\bvot(e|es|ing)\b|\d %/i.test(text))).toEqual([])
    await press(chair, 'Show the sense of the room')
    await press(chair, 'Take off the screens')
    await expect.poll(() => screen.getByText('Comfortable').count()).toBe(0)
  })

  test.each(['en', 'fr', 'ar'])(
    '[E9, V20] the whole result of a long prompt is in view before the Chair decides, at 1280×720 in %s',
    {
      timeout: 60_000,
    },
    async (language) => {
      const { page, context } = await open(stage.links.chair, 'chair', language)
      await page.setViewportSize({ width: 1280, height: 720 })
      const person = crowd[0]?.client
      const sentence = { text: { [language]: `${language}: ${english} `.repeat(3).trim() }, one: 'person' }
      expect(await staff.sendUntilAnswered('sense.put', { ...sentence, length: 60_000 } as never)).toEqual({ ok: true })
      await expect.poll(() => person?.getPart<{ status: string } | null>('prompt')?.status).toBe('open')
      const prompt = person?.getPart<{ id: never }>('prompt').id as never
      for (const [index, one] of crowd.entries()) expect(await one.respond(prompt, index % 5)).toEqual({ ok: true })
      expect(await staff.sendUntilAnswered('sense.close', { prompt })).toEqual({ ok: true })
      const lines = page.locator('[aria-labelledby=sense-card-title] dl > div')
      await lines.nth(4).waitFor()
      const isInView = async () => {
        const acts = await page.locator('[aria-labelledby=sense-card-title] button').first().boundingBox()
        const last = await lines.nth(4).boundingBox()
        return (last?.y ?? 0) + (last?.height ?? 0) < (acts?.y ?? 0)
      }
      await expect.poll(isInView).toBe(true)
      for (const name of await lines.locator('dt').all()) expect((await name.boundingBox())?.height).toBeLessThan(30)
      await look(page, `chair-long-result-${language}`)
      expect(await staff.sendUntilAnswered('sense.discard', { prompt } as never)).toEqual({ ok: true })
      await context.close()
      expect(faults.flat()).toEqual([])
    },
  )
})
