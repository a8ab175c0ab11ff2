/** What a page in a real browser costs while frames come: script for each frame, and its longest task, on a processor six times as slow. */
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
  /** A button that is pressed first. */
  readonly press?: string
  /** Shown once the page holds the session. */
  readonly ready: string
}

const warmUpSeconds = 3

/** `run`: what happens meanwhile, for so many seconds. Resolves with how many frames it sent to the page. In milliseconds. */
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
  // A page stands for an hour: what it does at first, while the browser still compiles it, is not what it does in use.
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
  // A task of less than 50 ms is not reported.
  return { script: script / frames, task: Math.max(0, ...tasks) }
}
