/** Finds Redis, a browser, nginx and LibreOffice once for the whole run, and prints what it found. In CI a missing one is a failure. */
import type { TestProject } from 'vitest/node'
import { isBuilt } from '../is-built.ts'
import { type FoundBrowser, findBrowser } from './browser.ts'
import { type FoundNginx, findNginx } from './nginx.ts'
import { type FoundOffice, findOffice } from './office.ts'
import { type FoundRedis, findRedis } from './redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    redis: FoundRedis
    browser: FoundBrowser
    office: FoundOffice
    nginx: FoundNginx
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const [redis, browser, nginx] = await Promise.all([findRedis(), findBrowser(), findNginx()])
  const office = findOffice()
  const all = [redis, browser, nginx, office]
  process.stdout.write(all.map(({ line }) => `${line}\n`).join(''))
  // It is said, and no more: what does not run the product runs from the sources.
  isBuilt()
  const missing = all.filter((found) => found.kind === 'none')
  if (process.env['CI'] !== undefined && missing.length > 0)
    throw new Error(`In CI nothing is skipped. ${missing.map((found) => found.line).join('. ')}`)
  project.provide('redis', redis)
  project.provide('browser', browser)
  project.provide('office', office)
  project.provide('nginx', nginx)
}
