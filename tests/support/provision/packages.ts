/** Finds a browser for `npm test`, from a package if the machine has none. Nothing else is needed, so nothing else is used. */
import type { TestProject } from 'vitest/node'
import { findBrowser } from './browser.ts'
import { provide } from './provided.ts'

const unused = { kind: 'none', line: 'Redis, nginx and LibreOffice: used by npm run test:all' } as const

export default async function setup(project: TestProject): Promise<void> {
  provide(project, { redis: unused, browser: await findBrowser(), nginx: unused, office: unused, share: 0.1 })
}
