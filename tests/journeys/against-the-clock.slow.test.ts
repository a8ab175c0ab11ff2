/** A session under time pressure, in browsers. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { enter, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]
const minute = 60_000

describe.runIf(hasBrowser())('against the clock', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let secretariat: TestClient

  const press = (name: string | RegExp) => chair.getByRole('button', { name }).first().click()
  const sees = (text: string | RegExp) => chair.getByText(text).first().waitFor()
  /** Opens a session `late` milliseconds after its planned start and goes to its first topic. */
  const inFirstTopic = async (late: number) => {
    const links = await stage.newSession(new Date(Date.now() - late))
    secretariat = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    await secretariat.sendUntilAnswered('session.open', {})
    await secretariat.sendUntilAnswered('queue.open', {})
    await secretariat.sendUntilAnswered('agenda.go', { to: 'topic-1' as never, expectedCurrent: 'opening' as never })
    chair = (await stage.visit(links.chair, 'chair')).page
    return links
  }
  const add = async (index: number) =>
    secretariat.sendUntilAnswered('queue.add', {
      kind: 'intervention',
      person: null,
      entity: `Organization ${index + 1}`,
      speaker: null,
      group: groups[index % groups.length] ?? null,
      requestChannel: 'room',
      seenAt: (Date.now() - (60 - index) * 1000) as Instant,
      note: null,
    })

  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    await stage.close()
  })
  afterEach(async () => {
    secretariat.close()
    await chair.context().close()
    expect(stage.faults).toEqual([])
  })

  test('17 waiting, 23 min left: 7 are reached at 3:00, all 17 at 1:00, and one press after a preview sets the limit', async () => {
    // The hard end leaves 23 minutes for the first topic, and some seconds for the test to read the text.
    await inFirstTopic(11 * minute - 12_000)
    for (let index = 0; index < 17; index += 1) await add(index)
    await sees(/17 waiting, 23\smin left/)
    const choices = chair.getByRole('radiogroup', { name: 'Time per speaker' }).getByRole('radio')
    expect((await choices.allTextContents()).map((text) => text.replace(/[\s\p{Cf}]+/gu, ''))).toEqual([
      '4:304heard',
      '3:007heard',
      '2:0010heard',
      '1:00all17',
    ])
    await sees(/10 would not be reached/)
    await choices.filter({ hasText: '1:00' }).click()
    await sees(/from the next speaker on/)
    expect(secretariat.getPart<{ limits: { everyone: number } }>('floor').limits.everyone).toBe(180_000)
    await press('Use 1:00')
    await expect.poll(() => secretariat.getPart<{ limits: { everyone: number } }>('floor').limits.everyone).toBe(60_000)
    await sees(/17 waiting/)
    await chair
      .getByText(/\d not reached/)
      .first()
      .waitFor({ state: 'detached' })
  })

  test.each([
    ['later', /From all later items/, ['topic-2', 'topic-3', 'closing']],
    ['next', /From the next item/, ['topic-2']],
    ['shorten', /Shorter interventions now/, ['topic-1']],
  ] as const)('a late session makes up the time: %s', async (_, name, touched) => {
    await inFirstTopic(16 * minute)
    for (let index = 0; index < 12; index += 1) await add(index)
    await sees(/6\smin behind/)
    const plan = secretariat.getPart<{ id: string; length: number }[]>('plan')
    await press('Make up time')
    await chair.getByRole('radio', { name }).click()
    await sees('What would change')
    expect(secretariat.getPart<{ lengths: object }>('progress').lengths).toEqual({})
    await press('Apply')
    await expect.poll(() => Object.keys(secretariat.getPart<{ lengths: object }>('progress').lengths)).toEqual(touched)
    await sees(/On time/)
    expect(secretariat.getPart<{ id: string; length: number }[]>('plan')).toEqual(plan)
    await press('Undo')
    await sees(/6\smin behind/)
  })

  test('a speaker’s own device announces when three speakers are ahead, and when one is', async () => {
    const { code } = await inFirstTopic(10 * minute)
    for (let index = 0; index < 4; index += 1) await add(index)
    await secretariat.sendUntilAnswered('queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
    const ticket = await enter(stage.server.url, {
      code,
      person: { entity: 'Organization 9', group: groups[1], channel: 'room', nameInRecord: false },
    })
    const phone = (await stage.visit(`${stage.server.url}/enter#${ticket.link}`, 'phone')).page
    const seesOn = (text: string | RegExp) => phone.getByText(text).first().waitFor()
    await phone.getByRole('button', { name: /Yes, continue/ }).click()
    await phone.getByRole('button', { name: 'Request the floor' }).click()
    await seesOn(/Why am I 5th\?/)
    await press(/Call next/)
    await press(/Start the clock/)
    await seesOn(/There are three speakers before you/)
    await press(/End and call next/)
    await press(/Start the clock/)
    await press(/End and call next/)
    await press(/Start the clock/)
    await seesOn(/One speaker before you/)
    await phone.context().close()
  })
})
