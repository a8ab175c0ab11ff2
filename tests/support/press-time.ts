/** Measures a press on the Chair's page: the time until its effect is painted, and the longest task in between. */
import type { Page } from 'playwright-core'

export type PressTime = { readonly shown: number; readonly longestTask: number }

type Watched = { pressTime: Promise<PressTime>; isTaken: boolean }

/** Runs in the page. Watches the element that changes with the press: what it means, or else its text. */
const watch = ([button, changing]: readonly [string, string]): void => {
  const page = window as unknown as Watched
  const read = () => {
    const element = document.querySelector<HTMLElement>(changing)
    return element?.dataset['means'] ?? element?.textContent ?? ''
  }
  const before = read()
  page.isTaken = false
  let pressedAt = 0
  let longestTask = 0
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  tasks.observe({ type: 'longtask' })
  const pressed = document.querySelector(button)
  const options = { once: true, capture: true }
  pressed?.addEventListener('pointerdown', () => (pressedAt = performance.now()), options)
  // A button takes no press in the moment when its rest begins.
  pressed?.addEventListener('click', () => (page.isTaken = pressed.getAttribute('aria-disabled') !== 'true'), options)
  page.pressTime = new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      if (pressedAt === 0 || read() === before) return
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
  do {
    // The main button is disabled for a short time after a press.
    await page.locator(`${button}:not([aria-disabled=true])`).waitFor()
    await page.evaluate(watch, [button, press === 'add' ? '[role=timer]' : button] as const)
    await page.locator(button).click()
  } while (!(await page.evaluate(() => (window as unknown as Watched).isTaken)))
  return await page.evaluate(() => (window as unknown as Watched).pressTime)
}
