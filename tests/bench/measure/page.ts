/**
 * Measures a page in a real browser while frames arrive. It reports script for each frame, and the longest task, on a processor six times
 * as slow.
 */
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../support/provision/browser.ts'

const slowdown = 6

export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if (found.kind === 'none') throw new Error(found.line)
  const variables = Object.entries({ ...process.env, ...found.env }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return await chromium.launch({
    executablePath: found.program,
    args: ['--no-sandbox', '--disable-gpu'],
    env: Object.fromEntries(variables),
  })
}

export type PageWanted = {
  readonly link: string
  readonly width: number
  readonly height: number
  /** The name of a button that is pressed first. */
  readonly press?: string
  /** A text that is shown once the page holds the session. */
  readonly ready: string
}

const warmUpSeconds = 3

/** `run`: sends frames to the page for a number of seconds, and resolves with their number. The results are in milliseconds. */
export async function measurePage(
  browser: Browser,
  { link, width, height, press, ready }: PageWanted,
  seconds: number,
  run: (seconds: number) => Promise<number>,
) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(link)
  if (press !== undefined) await page.getByRole('button', { name: press }).click()
  await page.getByText(ready).first().waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  // A page is open for an hour. Its first seconds, while the browser is still compiling the code, are not typical of use.
  await run(warmUpSeconds)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { rostrumTasks: times })
    new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    })
  })
  const readScript = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
  }
  const before = await readScript()
  const frames = await run(seconds)
  const script = (await readScript()) - before
  const tasks = await page.evaluate(() => (window as unknown as { rostrumTasks: number[] }).rostrumTasks)
  await page.close()
  // The browser does not report tasks of less than 50 ms.
  return { script: script / frames, task: Math.max(0, ...tasks) }
}
