import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

export const hasBrowser = (): boolean => inject('browser').kind === 'program'

/** Chromium hears the last list alone, so this one has what Playwright switches off. */
const switchedOffByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]
/** Pages of the browser’s own window, which nobody sees, and processes in reserve. For each context they cost as much as a page. */
const switchedOffHere = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
]

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...switchedOffByPlaywright, ...switchedOffHere].join()}`,
]

/** Starts a real browser. The caller closes it. Wait for `document.fonts.ready` before you look at a page. */
export async function launchBrowser(): Promise<Browser> {
  const found = inject('browser')
  if (found.kind === 'none') throw new Error(found.line)
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...found.env }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return await chromium.launch({ executablePath: found.program, args: browserFlags, env })
}
