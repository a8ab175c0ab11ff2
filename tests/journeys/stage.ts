/** The setup of a journey: the product in its own process, one real browser, and a browser context for each person. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { getLocale, prepareContext } from '../support/long-language.ts'
import { getSecret, ServerProcess, type StartupLinkSet } from '../support/server-process.ts'

export const viewportSizes = {
  chair: { width: 1440, height: 900 },
  staff: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  display: { width: 1920, height: 1080 },
} as const

export type SessionLinks = {
  readonly code: string
  readonly chair: string
  readonly secretariat: string
  readonly display: string
  readonly overlay: string
}
export type Visitor = { readonly page: Page; readonly context: BrowserContext; readonly faults: string[] }

/** A connection that can fall silent: from then on, nothing that the page sends arrives, and nothing reaches the page. */
export class FragileLine {
  #isCut = false

  readonly lay = async (page: Page): Promise<void> => {
    await page.route(/socket\.io/, (route) => (this.#isCut ? route.abort() : route.continue()))
    await page.routeWebSocket(/socket\.io/, (socket) => {
      // A page that connects again waits for an answer that never comes.
      if (this.#isCut) return
      const server = socket.connectToServer()
      socket.onMessage((message) => this.#isCut || server.send(message))
      server.onMessage((message) => this.#isCut || socket.send(message))
    })
  }

  cut(): void {
    this.#isCut = true
  }
}

/**
 * Messages of the browser that are not faults of the page. The line is down, or the page sends just when the server closes it. Or the
 * browser looks for a newer service worker while there is no server.
 */
const ofNetwork =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection|WebSocket is already in CLOSING|Failed to load resource|error occurred when fetching the script/

/**
 * Waits for the page itself. A page that still waits for its file or its first view has a main part too. But that part is marked as busy.
 */
export const waitForPage = (page: Page) => page.locator('main:not([aria-busy=true])').first().waitFor()

export class Stage {
  readonly server: ServerProcess
  readonly links: StartupLinkSet
  readonly #browser: Browser
  readonly #folder: string
  readonly #visitors: Visitor[] = []

  private constructor(server: ServerProcess, links: StartupLinkSet, browser: Browser, folder: string) {
    this.server = server
    this.links = links
    this.#browser = browser
    this.#folder = folder
  }

  /** `more`: configuration of the server that depends on its address. */
  static async open(more?: (url: string) => Readonly<Record<string, string>>): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-journey-'))
    const [{ server, links }, browser] = await Promise.all([ServerProcess.start({ ROSTRUM_DATA: folder }, more), launchBrowser()])
    return new Stage(server, links, browser, folder)
  }

  /** Opens a link in a new context. Errors of the page are collected in `faults`. `prepare` runs before the first request. */
  async visit(link: string, size: keyof typeof viewportSizes, language = 'en', prepare?: (page: Page) => Promise<void>): Promise<Visitor> {
    const locale = getLocale(language)
    const context = await this.#browser.newContext({ viewport: viewportSizes[size], locale, reducedMotion: 'reduce' })
    await prepareContext(context, language)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !ofNetwork.test(message.text())) faults.push(message.text())
    })
    await prepare?.(page)
    await page.goto(link)
    const visitor = { page, context, faults }
    this.#visitors.push(visitor)
    return visitor
  }

  /** Does the same as `visit`, but for a participant, who must first confirm the registration. */
  async enter(link: string, size: keyof typeof viewportSizes, yes = 'Yes, continue', language = 'en'): Promise<Visitor> {
    const visitor = await this.visit(link, size, language)
    await visitor.page.getByRole('button', { name: yes }).click()
    return visitor
  }

  /** Creates another session that is planned to start at `startsAt`. Returns its links. */
  async newSession(startsAt: Date): Promise<SessionLinks> {
    const { id } = await this.callApi<{ id: string }>('/api/sessions', { template: 'wsis-at-20', startsAt: startsAt.toISOString() })
    const { code, links } = await this.callApi<{ code: string; links: { role: string; url: string }[] }>(`/api/sessions/${id}/links`)
    const findLink = (role: string) => links.find((link) => link.role === role)?.url ?? ''
    const overlay = links.find(({ url }) => url.includes('/overlay#'))?.url ?? ''
    return { code, chair: findLink('chair'), secretariat: findLink('secretariat'), display: findLink('display'), overlay }
  }

  /** Sends an HTTP request with the organizer's secret. */
  async callApi<T>(path: string, body?: object, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
    const response = await fetch(`${this.server.url}${path}`, {
      headers: { authorization: `Bearer ${getSecret(this.links.organizer)}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method, body: JSON.stringify(body) } : {}),
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
