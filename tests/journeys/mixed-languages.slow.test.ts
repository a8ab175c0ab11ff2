/**
 * A session in which everybody reads a different language. The Chair reads Spanish, the room Chinese, and remote people Russian. The
 * screens are in Arabic and English.
 */
import type { MessageKey } from '@rostrum/client/text/catalogue'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { ownTexts, wordPlan } from '../support/worded-plan.ts'
import { Stage } from './stage.ts'

const room = 'Delegation of a Member State'
const question = '谁报告无障碍情况？'
const roles = { chair: 'es', secretariat: 'fr', phone: 'zh', laptop: 'ru', display: 'ar', secondDisplay: 'en' } as const
type Role = keyof typeof roles

/** Returns a text of the reader's catalogue, without marks of emphasis. */
const say = (role: Role, key: MessageKey): string => (catalogues[roles[role]]?.[key] ?? '').replace(/<\/?\w+>/g, '')

/**
 * Lists English sentences that differ in this language. Short words are left out, because they may be names or part of the session's own
 * words.
 */
const listEnglish = (language: string): readonly string[] =>
  Object.entries(catalogues['en'] ?? {}).flatMap(([key, text]) =>
    text.length >= 14 && !/[{<]/.test(text) && catalogues[language]?.[key as MessageKey] !== text ? [text] : [],
  )

describe.runIf(hasBrowser())('a session in six languages', () => {
  tellStory()

  let stage: Stage
  const pages = {} as Record<Role, Page>

  const press = (role: Role, ...keys: MessageKey[]) =>
    pages[role]
      .getByRole('button', { name: say(role, keys[0] as MessageKey) })
      .first()
      .click()
  const choose = async (role: Role, menu: MessageKey, item: MessageKey) => {
    await press(role, menu)
    await pages[role]
      .getByRole('menuitem', { name: say(role, item) })
      .first()
      .click()
  }
  const sees = (role: Role, key: MessageKey) => pages[role].getByText(say(role, key)).filter({ visible: true }).first().waitFor()
  const seesText = (role: Role, text: string) => pages[role].getByText(text).filter({ visible: true }).first().waitFor()

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    const [session] = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions
    const path = `/api/sessions/${session?.id}/plan`
    const { plan } = await stage.callApi<{ plan: PlanFile }>(path)
    await stage.callApi(path, { plan: wordPlan(plan) }, 'PUT')
    pages.chair = (await stage.visit(links.chair, 'chair', roles.chair)).page
    pages.secretariat = (await stage.visit(links.secretariat, 'staff', roles.secretariat)).page
    pages.display = (await stage.visit(links.display, 'display', roles.display)).page
    pages.secondDisplay = (await stage.visit(links.display, 'display', roles.secondDisplay)).page
    pages.phone = (await stage.enter(links.room, 'phone', say('phone', 'join.yes'), roles.phone)).page
    pages.laptop = (await stage.enter(links.remote, 'laptop', say('laptop', 'join.yes'), roles.laptop)).page
  })
  afterAll(async () => {
    await stage.close()
  })

  test('[V81] everybody acts and follows in their own language', async () => {
    for (const role of Object.keys(roles) as Role[]) await seesText(role, ownTexts.title[roles[role]])
    await press('chair', 'session.open')
    await choose('chair', 'queue.closed', 'queue.openIt')
    await press('phone', 'me.request')
    await seesText('display', room)
    await press('laptop', 'me.request')
    await press('chair', 'control.callNext')
    await sees('phone', 'floor.youAreCalled')
    await press('chair', 'control.startClock')
    await sees('phone', 'floor.youHaveIt')
    await sees('display', 'floor.nowSpeaking')
    await sees('secondDisplay', 'floor.nowSpeaking')
    await press('phone', 'floor.finished')
    await press('phone', 'floor.endMine')
    await press('phone', 'me.tab.questions')
    await pages.phone.getByRole('textbox').fill(question)
    await press('phone', 'questions.send')
    await sees('phone', 'questions.status.pending')
    await press('secretariat', 'questions.approve')
    await seesText('laptop', question)
  })

  test('[V106] everybody reads the topic, its question, the groups and the announcements of the session in their own language', async () => {
    await choose('secretariat', 'app.menu', 'announce.open')
    const dialog = pages.secretariat.getByRole('dialog')
    for (const [id, text] of Object.entries(ownTexts.announcement)) await dialog.locator(`textarea[lang="${id}"]`).fill(text)
    await dialog.getByRole('button', { name: say('secretariat', 'announce.send') }).click()
    await press('phone', 'me.tab.floor')
    const participants = ['phone', 'laptop', 'display', 'secondDisplay'] as const
    for (const role of participants) await seesText(role, ownTexts.announcement[roles[role]])
    await pages.secretariat.keyboard.press('Escape')
    await pages.chair.getByRole('button', { name: ownTexts.topic[roles.chair] }).first().click()
    await pages.chair.getByRole('dialog').getByRole('button', { name: ownTexts.topic[roles.chair] }).click()
    for (const role of participants) await seesText(role, ownTexts.question[roles[role]])
    const language = await pages.laptop.getByText(ownTexts.question.ru).first().getAttribute('lang')
    expect(language).toBe('ru')
  })

  test('[V81] nothing on any page is left in English', async () => {
    const find = async (role: Role, language: string) => {
      const shown = (await pages[role].locator('body').textContent()) ?? ''
      return listEnglish(language).filter((text) => shown.includes(text))
    }
    for (const role of Object.keys(roles) as Role[]) {
      if (role !== 'secondDisplay') expect(await find(role, roles[role]), role).toEqual([])
      const written = [await pages[role].title(), await pages[role].locator('body').textContent()]
      expect(
        written.filter((text) => text?.includes('[object')),
        role,
      ).toEqual([])
      expect(written[0], role).toContain(ownTexts.title[roles[role]])
    }
    // The search does find English on the English screen.
    expect(await find('secondDisplay', 'fr')).not.toEqual([])
  })

  test('[V81] at the close, everybody reads about it in their own language, and the record exists in all six', async () => {
    await choose('chair', 'app.menu', 'session.close')
    await pages.chair
      .getByRole('alertdialog')
      .or(pages.chair.getByRole('dialog'))
      .getByRole('button', { name: say('chair', 'session.close') })
      .click()
    await sees('laptop', 'me.notReached')
    await sees('display', 'session.closed')
    await sees('secondDisplay', 'session.closed')
    const [session] = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions
    const readReport = async (language: string): Promise<string> => {
      const response = await fetch(`${stage.server.url}/api/sessions/${session?.id}/record.md?language=${language}`, {
        headers: { authorization: `Bearer ${getSecret(stage.links.organizer)}` },
      })
      expect(response.status).toBe(200)
      return response.text()
    }
    const reports = await Promise.all(Object.keys(catalogues).map(readReport))
    for (const report of reports) expect(report).toContain(room)
    for (const [index, id] of Object.keys(catalogues).entries()) expect(reports[index]).toContain(ownTexts.question[id as LanguageId])
    expect(new Set(reports.map((report) => report.split('\n## ')[1])).size).toBe(reports.length)
    expect(stage.faults).toEqual([])
  })
})
