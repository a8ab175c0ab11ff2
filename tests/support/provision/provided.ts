/** The programs and settings that a run of tests has. */
import type { TestProject } from 'vitest/node'
import { isBuilt } from '../is-built.ts'
import type { FoundBrowser } from './browser.ts'
import type { FoundNginx } from './nginx.ts'
import type { FoundOffice } from './office.ts'
import type { FoundRedis } from './redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    redis: FoundRedis
    browser: FoundBrowser
    office: FoundOffice
    nginx: FoundNginx
    /** The share of its runs that a property of a scaled file gets, from 0 to 1. */
    share: number
  }
}

type Provided = {
  readonly redis: FoundRedis
  readonly browser: FoundBrowser
  readonly office: FoundOffice
  readonly nginx: FoundNginx
  readonly share: number
}

let isSaid = false

export function provide(project: TestProject, provided: Provided): void {
  const { share, ...programs } = provided
  const all = Object.values(programs)
  const needed = share < 1 ? [programs.browser] : all
  if (!isSaid) {
    process.stdout.write([...new Set(all.map(({ line }) => `${line}\n`))].join(''))
    // An outdated build causes only a message: tests that do not run the product use the sources.
    isBuilt()
  }
  isSaid = true
  const missing = needed.filter((found) => found.kind === 'none')
  if (process.env['CI'] !== undefined && missing.length > 0)
    throw new Error(`In CI nothing is skipped. ${missing.map((found) => found.line).join('. ')}`)
  project.provide('redis', programs.redis)
  project.provide('browser', programs.browser)
  project.provide('office', programs.office)
  project.provide('nginx', programs.nginx)
  project.provide('share', share)
}
