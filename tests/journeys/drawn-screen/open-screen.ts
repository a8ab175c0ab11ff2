/** Opens the room screen without a server, so that a test goes through many states in little time. */
import type { JoinInfo, Ticket } from '@rostrum/shared/api/tickets'
import type { Browser, Page } from 'playwright-core'
import { build, defaultClientConditions, type Rollup } from 'vite'

const address = 'https://rostrum.example'
/** 37 characters, as in the name of a service within an institution. */
export const longHost = 'consultations.secretariat.example.org'
const makeJoining = (host: string): JoinInfo => ({ code: 'K7M4PX2Q', url: `https://${host}/join/K7M4PX2Q`, renewed: 0 })

/** Returns the files of the page by their paths. */
const buildPage = async (): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const built = (await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
    build: { target: 'es2022', write: false, modulePreload: false },
  })) as Rollup.RollupOutput
  return new Map(built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
}

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }

/** Returns a function that opens the screen in these languages, one, or two side by side. `host`: where people join. */
export const prepareScreen = async (browser: Browser) => {
  const files = await buildPage()
  return async (languages: readonly string[], host = longHost): Promise<Page> => {
    const page = await browser.newPage({ locale: languages[0] ?? 'en', reducedMotion: 'reduce' })
    await page.route(`${address}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      const body = files.get(pathname)
      if (body === undefined) return route.fulfill({ status: 404 })
      return route.fulfill({ contentType: types[pathname.split('.').at(-1) ?? ''] ?? 'text/plain', body: Buffer.from(body) })
    })
    await page.goto(`${address}/index.html`)
    await page.evaluate(([all, ticket]) => window.startScreen(all, ticket), [languages, { joining: makeJoining(host) } as Ticket] as const)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return page
  }
}
