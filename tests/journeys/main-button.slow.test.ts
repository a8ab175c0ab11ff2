/** The main button with its own styles in a real browser. Its words are readable in every state and in both themes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSource } from '../house/sources.ts'
import { hasBrowser, launchBrowser } from '../support/browser.ts'

const css = ['tokens.css', 'base.css', 'next-action.module.css'].map((file) => readSource(`client/src/ui/${file}`)).join('\n')
const states = {
  ready: '',
  sending: 'aria-disabled="true" aria-busy="true"',
  disabled: 'aria-disabled="true"',
  resting: 'aria-disabled="true"',
}
const page = `<style>${css} *{transition:none!important}</style>${Object.entries(states)
  .map(
    ([id, marks]) =>
      `<button id="${id}" class="act ${id === 'resting' ? 'resting' : ''}" ${marks}><span class="verb">Call next</span><span class="object">Sending</span></button>`,
  )
  .join('')}`

describe.skipIf(!hasBrowser())('the main button', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  test.each(['light', 'dark'] as const)('[L16] the words of the main button have a contrast of 4.5 in every state, %s', async (theme) => {
    const tab = await browser.newPage()
    await tab.setContent(`<html data-theme="${theme}">${page}</html>`)
    const ratios = await tab.evaluate((ids) => {
      const luminance = (text: string) => {
        const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map((one) => {
          const part = Number(one) / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      return ids.flatMap((id) =>
        [...document.querySelectorAll(`#${id} span`)].map((span) => {
          const button = document.getElementById(id) as HTMLElement
          const [low = 0, high = 0] = [getComputedStyle(span).color, getComputedStyle(button).backgroundColor]
            .map(luminance)
            .sort((a, b) => a - b)
          return { id, isReadable: (high + 0.05) / (low + 0.05) >= 4.5 && getComputedStyle(button).opacity === '1' }
        }),
      )
    }, Object.keys(states))
    await tab.close()
    expect(ratios.filter(({ isReadable }) => !isReadable)).toEqual([])
    expect(ratios).toHaveLength(8)
  })
})
