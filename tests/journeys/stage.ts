/** A stage for journeys: the product as it is started, one real browser, and a context for each person in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { type Links, ServerProcess, secretOf } from '../support/server-process.ts'

export const sizes = {
  chair: { width: 1440, height: 900 },
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  screen: { width: 1920, height: 1080 },
} as const

export type SessionLinks = { readonly code: string; readonly chair: string; readonly secretariat: string; readonly display: string }
export type Visitor = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[] }

export class Stage {
  readonly server: ServerProcess
  readonly links: Links
  readonly #browser: Browser
  readonly #folder: string
  readonly #visitors: Visitor[] = []

  private constructor(server: ServerProcess, links: Links, browser: Browser, folder: string) {
    this.server = server
    this.links = links
    this.#browser = browser
    this.#folder = folder
  }

  static async open(): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-journey-'))
    const [{ server, links }, browser] = await Promise.all([ServerProcess.start({ ROSTRUM_DATA: folder }), launchBrowser()])
    return new Stage(server, links, browser, folder)
  }

  /** Opens a link as somebody would who was sent it. What the page complains of is kept in `faults`. `prepare`: before the first request. */
  async visit(link: string, size: keyof typeof sizes, language = 'en', prepare?: (page: Page) => Promise<void>): Promise<Visitor> {
    const context = await this.#browser.newContext({ viewport: sizes[size], locale: language, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection|Failed to load resource/.test(message.text())
      )
        faults.push(message.text())
    })
    await prepare?.(page)
    await page.goto(link)
    const visitor = { page, context, faults }
    this.#visitors.push(visitor)
    return visitor
  }

  /** The same for a participant, who says first that the registration is right. */
  async enter(link: string, size: keyof typeof sizes, yes = 'Yes, continue', language = 'en'): Promise<Visitor> {
    const visitor = await this.visit(link, size, language)
    await visitor.page.getByRole('button', { name: yes }).click()
    return visitor
  }

  /** Another session of the same server, planned to begin then, with the links of those who drive and show it. */
  async newSession(startsAt: Date): Promise<SessionLinks> {
    const { id } = await this.ask<{ id: string }>('/api/sessions', { template: 'wsis-at-20', startsAt: startsAt.toISOString() })
    const { code, links } = await this.ask<{ code: string; links: { role: string; url: string }[] }>(`/api/sessions/${id}/links`)
    const linkOf = (role: string) => links.find((link) => link.role === role)?.url ?? ''
    return { code, chair: linkOf('chair'), secretariat: linkOf('secretariat'), display: linkOf('display') }
  }

  /** As the organiser, over HTTP. */
  async ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.server.url}${path}`, {
      headers: { authorization: `Bearer ${secretOf(this.links.organiser)}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as T
  }

  get faults(): readonly string[] {
    return this.#visitors.flatMap(({ faults }) => faults)
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.server.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
