/** Runs axe on a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type AxeResult = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }

/**
 * Lists violations of WCAG 2.2 A and AA. The function evaluates axe inside the page, because the page's security policy forbids other
 * scripts. `leftOut`: rules that are not asked.
 */
export const findViolations = async (page: Page, leftOut: readonly string[] = []): Promise<readonly string[]> => {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]))
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  )) as AxeResult
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
