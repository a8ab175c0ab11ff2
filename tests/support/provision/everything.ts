/** Finds Redis, a browser, nginx and LibreOffice, and prints the results. In CI a missing program is a failure. */
import type { TestProject } from 'vitest/node'
import { findBrowser } from './browser.ts'
import { findNginx } from './nginx.ts'
import { findOffice } from './office.ts'
import { provide } from './provided.ts'
import { findRedis } from './redis.ts'

export default async function setup(project: TestProject): Promise<void> {
  const [redis, browser, nginx, office] = await Promise.all([findRedis(), findBrowser(), findNginx(), findOffice()])
  provide(project, { redis, browser, nginx, office, share: 1 })
}
