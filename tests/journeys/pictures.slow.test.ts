/**
 * The pictures of the README, made from the running product. With ROSTRUM_README_PICTURES=1 they replace those in docs/pictures. Otherwise
 * the test proves that they can be made and have the same size.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GroupId, QuestionId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const replaces = process.env['ROSTRUM_README_PICTURES'] === '1'
const sizes = { chair: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, record: { width: 1240, height: 1160 } } as const
const minute = 60_000

const speakers = [
  ['Permanent mission of a Member State', 'government', 'room'],
  ['Telecom operators association', 'private-sector', 'remote'],
  ['University research centre', 'technical-academic', 'room'],
  ['Regional commission', 'international', 'remote'],
  ['Library federation', 'civil-society', 'room'],
  ['Ministry of digital affairs', 'government', 'remote'],
  ['Women’s digital rights network', 'civil-society', 'room'],
  ['Internet exchange association', 'technical-academic', 'remote'],
  ['Chamber of commerce', 'private-sector', 'room'],
  ['Disability inclusion network', 'civil-society', 'remote'],
] as const
const topics = [
  ['topic-1', 'success', ['Access grew faster than any target set in 2005.', 'National strategies are now the norm.']],
  ['topic-2', 'failure', ['Rural spectrum came late.', 'The promised finance did not reach the least developed countries.']],
  ['topic-3', 'expectation', ['Open indicators, every year.', 'One reporting calendar for all.']],
] as const

/** Reads the size of a PNG. Every PNG has its width and height at the same position. */
const readSize = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) })

describe.runIf(hasBrowser())('the pictures of the README', () => {
  tellStory()

  let stage: Stage
  let links: SessionLinks
  const clients: TestClient[] = []

  const join = async (body: object) => {
    const client = await TestClient.join(stage.server.url, body)
    clients.push(client)
    return client
  }
  const walkIn = async (entity: string) => {
    const person = { entity, group: 'civil-society', channel: 'room', nameInRecord: false }
    const { link } = await enter(stage.server.url, { code: links.code, person })
    return { link }
  }
  const say = async (...[by, ...command]: [TestClient, ...Parameters<TestClient['sendUntilAnswered']>]) => {
    expect([command[0], await by.sendUntilAnswered(...command)]).toEqual([command[0], { ok: true }])
  }
  const add = (staff: TestClient, index: number) => {
    const [entity, group, requestChannel] = speakers[index % speakers.length] ?? speakers[0]
    const seenAt = (Date.now() - (index < 8 ? (15 - index) * minute : 0)) as Instant
    const request = { kind: 'intervention', person: null, entity, speaker: null, group: group as string as GroupId, requestChannel, seenAt }
    return say(staff, 'queue.add', { ...request, note: null } as never)
  }
  const getTurn = (staff: TestClient) => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const callNext = async (staff: TestClient) => {
    const { next } = staff.getPart<{ next: never }>('queue')
    await say(staff, 'floor.call', { entry: next, expectedCurrent: getTurn(staff) ?? null, expectedNext: next } as never)
    await say(staff, 'floor.start', { turn: getTurn(staff) } as never)
  }
  const go = (staff: TestClient, to: string, expectedCurrent: string) =>
    say(staff, 'agenda.go', { to: to as SegmentId, expectedCurrent: expectedCurrent as SegmentId })

  const takePicture = async (name: keyof typeof sizes, page: Page) => {
    await page.setViewportSize(sizes[name])
    await page.evaluate('document.fonts.ready')
    const picture = await page.screenshot()
    if (replaces) writeFileSync(`${folder}${name}.png`, picture)
    expect(readSize(readFileSync(`${folder}${name}.png`))).toEqual(readSize(picture))
  }

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date(Date.now() - 12 * minute))
  })
  afterAll(async () => {
    for (const client of clients) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('the Chair’s page and a phone while a delegation speaks and others wait', async () => {
    const staff = await join({ link: getSecret(links.secretariat) })
    await say(staff, 'session.open', {})
    await say(staff, 'queue.open', {})
    await go(staff, 'topic-1', 'opening')
    for (const index of [0, 1, 2, 3]) await add(staff, index)
    const { link } = await walkIn('Library federation')
    const me = await join({ link })
    await say(me, 'queue.join', { kind: 'intervention', topic: null })
    for (const index of [5, 6, 7, 8, 9]) await add(staff, index)
    for (let turn = 0; turn < 2; turn += 1) await callNext(staff)
    const questions = [
      [me, 'Who pays for the networks that communities run themselves?'],
      [await join(await walkIn('University research centre')), 'Who reports on accessibility, and to which body?'],
    ] as const
    for (const [by, text] of questions) {
      const question = newCommandId()
      await say(by, 'questions.ask', { text, receipt: null }, question)
      await say(staff, 'questions.approve', { question: question as string as QuestionId })
    }
    await callNext(staff)
    const chair = (await stage.visit(links.chair, 'chair')).page
    const phone = (await stage.visit(stage.links.room.replace(/#.*/, `#${link}`), 'phone')).page
    await phone.getByRole('button', { name: 'Yes, continue' }).click()
    await phone.getByRole('button', { name: 'Put on hold' }).waitFor()
    await chair.getByText('Now speaking').first().waitFor()
    await takePicture('chair', chair)
    await takePicture('phone', phone)
  })

  test('the record of a closed session', async () => {
    const other = await stage.newSession(new Date(Date.now() - 85 * minute))
    const staff = await join({ link: getSecret(other.secretariat) })
    await say(staff, 'session.open', {})
    await say(staff, 'queue.open', {})
    let before = 'opening'
    for (const [round, [topic, tag, notes]] of topics.entries()) {
      await go(staff, topic, before)
      before = topic
      for (const index of [0, 1, 2, 3, 4].map((each) => each + round * 2)) await add(staff, index)
      for (const text of notes) {
        await callNext(staff)
        const about = { kind: 'turn', turn: getTurn(staff) }
        await say(staff, 'notes.add', { text, tag, segment: topic, about } as never)
      }
      await say(staff, 'floor.end', { turn: getTurn(staff) } as never)
    }
    await say(staff, 'session.close', {} as never)
    const { page } = await stage.visit(other.secretariat, 'staff')
    await page.getByRole('link', { name: 'Record' }).click()
    await page.getByText(/requests for the floor, of which/).waitFor()
    await takePicture('record', page)
  })
})
