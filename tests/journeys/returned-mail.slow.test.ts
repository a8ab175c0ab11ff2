/** The organizer learns that an invitation came back, corrects the address, and the mail arrives. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { findSmallTargets } from '../support/page-access.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId } from '../support/test-client.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('mail that came back', () => {
  let stage: Stage
  let mailServer: MailServer
  beforeAll(async () => {
    mailServer = await startMailServer()
    stage = await Stage.open((url) => ({ ...mailServer.variables, ROSTRUM_PUBLIC_URL: url }))
    const { url, organizer, session } = stage.links
    const post = async (path: string, type: string, body: string) => {
      const headers = { authorization: `Bearer ${getSecret(organizer)}`, 'content-type': type }
      const answer = await fetch(`${url}/api/sessions/${session}${path}`, { method: 'POST', headers, body })
      expect(answer.status, await answer.text()).toBe(200)
    }
    const list = ['organization,name,email,group,channel', ...['Ana', 'Bao'].map((name) => `Réseau,${name},${name}@example.org,none,room`)]
    await post('/people/import', 'text/csv', list.join('\n'))
    const request = { id: newCommandId(), scope: 'unsent', language: 'en', expected: 2 }
    await post('/invitations', 'application/json', JSON.stringify(request))
    await vi.waitUntil(() => mailServer.received.length === 2, { timeout: 10_000 })
  })
  afterAll(async () => {
    await stage.close()
    await mailServer.close()
  })

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const findViolations = async (page: Page): Promise<unknown> => {
    await page.evaluate(axe)
    return await page.evaluate("axe.run('[role=dialog]').then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))")
  }

  test('[P55, P56] is noted, corrected and sent again, on the organizer’s page', async () => {
    const { page, faults } = await stage.visit(stage.links.organizer, 'laptop')
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await press('Invitations')
    await press('An email was returned')
    await page.getByLabel('Address in the notice').fill('ana@example.org')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '1 invitation was not delivered' }).waitFor()
    await press('Send again: Ana')
    await page.getByRole('textbox', { name: 'Email' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    // Every dialog contains “Dismiss” for screen readers alone.
    expect((await page.evaluate(findSmallTargets, 24)).filter((fault) => !fault.endsWith('Dismiss'))).toEqual([])
    await page.getByRole('textbox', { name: 'Email' }).fill('ana@right.example')
    await press('Send')
    await expect.poll(() => mailServer.received.at(-1)?.to, { timeout: 10_000 }).toEqual(['ana@right.example'])
    await expect.poll(() => page.getByRole('region', { name: /not delivered/ }).count()).toBe(0)
    expect(mailServer.received).toHaveLength(3)
    expect(faults).toEqual([])
  })
})
