/** Measures a press on the Chair's page: the time until its effect is painted, and the longest task in between. */
import type { Page } from 'playwright-core'

export type PressTime = { readonly shown: number; readonly longestTask: number }

/** Runs in the page. Watches the element that changes with the press. */
const watch = ([button, changing]: readonly [string, string]): void => {
  const page = window as unknown as { pressTime: Promise<PressTime> }
  const text = () => document.querySelector(changing)?.textContent ?? ''
  const before = text()
  let pressedAt = 0
  let longestTask = 0
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  tasks.observe({ type: 'longtask' })
  document.querySelector(button)?.addEventListener('pointerdown', () => (pressedAt = performance.now()), { once: true, capture: true })
  page.pressTime = new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      const now = text()
      if (pressedAt === 0 || now === before || /Sending/.test(now)) return
      changes.disconnect()
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.onmessage = () => {
          const shown = performance.now() - pressedAt
          // The browser reports a task after it has ended.
          setTimeout(() => resolve({ shown, longestTask }), 300)
        }
        painted.port2.postMessage(null)
      })
    })
    changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}

/** `press`: the name of the shortcut that marks the button. */
export const timePress = async (page: Page, press: 'next' | 'pause' | 'add'): Promise<PressTime> => {
  const button = `[data-shortcut=${press}]`
  // The main button is disabled for a short time after a press.
  await page.locator(`${button}:not([aria-disabled=true])`).waitFor()
  await page.evaluate(watch, [button, press === 'add' ? '[role=timer]' : button] as const)
  await page.locator(button).click()
  return await page.evaluate(() => (window as unknown as { pressTime: Promise<PressTime> }).pressTime)
}
