import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

export const hasBrowser = (): boolean => inject('browser').kind === 'program'

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a real browser. The caller closes it. Wait for `document.fonts.ready` before you look at a page. */
export async function launchBrowser(): Promise<Browser> {
  const found = inject('browser')
  if (found.kind === 'none') throw new Error(found.line)
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...found.env }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return await chromium.launch({ executablePath: found.program, args: browserFlags, env })
}
