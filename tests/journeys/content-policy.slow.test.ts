/**
 * The content security policy in a real browser. Every page works under it, and everything that an attacker could put into a page is
 * refused.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { Stage, type Visitor, type viewportSizes } from './stage.ts'

/** A refusal by the page's policy: the directive and the place. */
type Refusal = { readonly directive: string; readonly what: string }
type Watched = { refused: Refusal[]; ran: string[] }
const getWatched = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { watched: Watched }).watched)

const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const watched: Watched = { refused: [], ran: [] }
    Object.assign(window, { watched })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      watched.refused.push({ directive: effectiveDirective, what: blockedURI })
    })
  })
}

/** Attacks the page from inside, and waits until each attack is refused or has succeeded. */
const attack = (page: Page, foreign: string) =>
  page.evaluate(async (foreign) => {
    const { watched } = window as unknown as { watched: Watched }
    const add = (tag: string, fields: Record<string, string>) => document.body.append(Object.assign(document.createElement(tag), fields))
    add('script', { textContent: 'watched.ran.push("inline script")' })
    add('script', { src: `${foreign}/script.js` })
    add('script', { src: 'data:text/javascript,watched.ran.push("data")' })
    const button = document.createElement('button')
    button.setAttribute('onclick', 'watched.ran.push("handler")')
    document.body.append(button)
    button.click()
    add('a', { href: 'javascript:watched.ran.push("link")', id: 'attack' })
    document.getElementById('attack')?.click()
    add('style', { textContent: `body { background: url(${foreign}/style.png) }` })
    add('link', { rel: 'stylesheet', href: `${foreign}/style.css` })
    add('img', { src: `${foreign}/image.png` })
    add('iframe', { src: `${foreign}/frame.html` })
    add('object', { data: `${foreign}/object.swf` })
    add('video', { src: `${foreign}/video.webm` })
    add('base', { href: foreign })
    const form = Object.assign(document.createElement('form'), { action: `${foreign}/form`, method: 'post' })
    document.body.append(form)
    form.requestSubmit()
    const fails = async (attempt: () => unknown) => {
      try {
        await attempt()
        return false
      } catch {
        return true
      }
    }
    const failed = [
      await fails(() => fetch(`${foreign}/fetch`)),
      await fails(() => {
        const socket = new WebSocket(foreign.replace('http', 'ws'))
        return new Promise((resolve, reject) => {
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', reject)
        })
      }),
    ]
    // This comes late, because code that the browser runs directly for a test may evaluate text.
    try {
      new Function('watched.ran.push("eval")')()
    } catch (error) {
      if (!(error instanceof EvalError)) throw error
    }
    navigator.sendBeacon(`${foreign}/beacon`)
    const has = (directive: string) => watched.refused.some((one) => one.directive === directive)
    const expected = [
      'script-src-elem',
      'script-src-attr',
      'img-src',
      'frame-src',
      'connect-src',
      'form-action',
      'base-uri',
      'style-src-elem',
    ]
    const began = performance.now()
    while (!expected.every(has) && performance.now() - began < 15_000) await new Promise(requestAnimationFrame)
    return { ...watched, failed }
  }, foreign)

describe.runIf(hasBrowser())('the content security policy', () => {
  tellStory()

  let stage: Stage
  const visitors = new Map<string, Visitor>()
  /** A server that does not belong to Rostrum. It notes everything that reaches it. */
  const reached: string[] = []
  const foreign = createServer((request, response) => {
    if (request.url === '/framing') {
      response.setHeader('content-type', 'text/html')
      response.end(`<iframe src="${stage.links.chair}" onload="this.dataset.loaded = ''"></iframe>`)
      return
    }
    reached.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end()
  })
  foreign.on('upgrade', (request, socket) => {
    reached.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  let foreignUrl: string

  const visit = async (name: string, link: string, size: keyof typeof viewportSizes, then?: (page: Page) => Promise<void>) => {
    const visitor = await stage.visit(link, size, 'en', watch)
    await then?.(visitor.page)
    // The overlay exists, but shows nothing yet.
    await visitor.page.locator('main').first().waitFor({ state: 'attached' })
    visitors.set(name, visitor)
  }

  beforeAll(async () => {
    stage = await Stage.open()
    foreign.listen(0, '127.0.0.1')
    await once(foreign, 'listening')
    foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
    const { links } = stage
    const { links: offices } = await stage.callApi<{ links: { role: string; url: string }[] }>(`/api/sessions/${links.session}/links`)
    const confirm = (page: Page) => page.getByRole('button', { name: 'Yes, continue' }).click()
    await visit('chair', links.chair, 'chair')
    await visit('lectern', links.chair, 'chair', async (page) => {
      await page.locator('blockquote').waitFor()
      await page.goto(new URL('/lectern', links.chair).href)
      await page.locator('blockquote').waitFor()
    })
    await visit('secretariat', links.secretariat, 'staff')
    await visit('participant in the room', links.room, 'phone', confirm)
    await visit('remote participant', links.remote, 'laptop', confirm)
    await visit('display', links.display, 'display')
    await visit('overlay', offices.find(({ url }) => url.includes('/overlay#'))?.url ?? '', 'display')
    await visit('podium', offices.find(({ role }) => role === 'panellist')?.url ?? '', 'laptop')
    await visit('organizer', links.organizer, 'laptop', (page) => page.getByRole('button', { name: 'Edit session' }).waitFor())
    await visit('plan', links.organizer, 'laptop', async (page) => {
      await page.getByRole('button', { name: 'Edit session' }).click()
      await page.getByRole('heading', { name: /^Edit session/ }).waitFor()
    })
    await visit('record', links.secretariat, 'staff', async (page) => {
      await page.getByRole('link', { name: 'Record' }).click()
      await page.getByText('The record so far,').waitFor()
    })
    await visit('join', new URL('/join', links.chair).href, 'phone')
  })
  afterAll(async () => {
    await stage.close()
    foreign.close()
  })

  test('[S69] every page works under the policy: nothing of the product is refused, and no page reports a fault', async () => {
    expect(visitors.size).toBe(12)
    for (const [name, { page, faults }] of visitors) {
      await page.evaluate('document.fonts.ready')
      expect([name, (await getWatched(page)).refused, faults]).toEqual([name, [], []])
    }
  })

  test('[S69] every page refuses foreign and injected scripts, styles, images, frames, forms and connections', {
    timeout: 120_000,
  }, async () => {
    for (const [name, { page }] of visitors) {
      const { refused, ran, failed } = await attack(page, foreignUrl)
      expect([name, ran, failed]).toEqual([name, [], [true, true]])
      const directives = new Set(refused.map(({ directive }) => directive))
      for (const directive of [
        'script-src-elem',
        'script-src-attr',
        'img-src',
        'frame-src',
        'connect-src',
        'form-action',
        'base-uri',
        'style-src-elem',
      ])
        expect([name, directive, directives.has(directive)]).toEqual([name, directive, true])
    }
    expect(reached).toEqual([])
  })

  test('[S69] no other page can put one of ours into a frame', async () => {
    const { page } = await stage.visit(`${foreignUrl}/framing`, 'laptop')
    await page.locator('iframe[data-loaded]').waitFor()
    await expect.poll(() => page.frames().map((frame) => new URL(frame.url()).protocol)).toEqual(['http:', 'chrome-error:'])
  })
})
