import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getToolFolder, moveIntoPlace, unpackDebian } from './debian.ts'
import { findFile, findOnPath } from './find-program.ts'
import { provideFonts } from './fonts.ts'

const run = promisify(execFile)

export type FoundBrowser =
  | { readonly kind: 'program'; readonly program: string; readonly env: Readonly<Record<string, string>>; readonly line: string }
  | { readonly kind: 'none'; readonly line: string }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export async function findBrowser(): Promise<FoundBrowser> {
  const found = await findProgram()
  return found.kind === 'none' ? found : { ...found, env: { ...found.env, ...(await provideFonts()) } }
}

async function findProgram(): Promise<FoundBrowser> {
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') return foundBrowser(named, {}, 'named by CHROME_PATH')
  const program = findOnPath(...names) ?? findFile(usual)
  if (program !== null) return foundBrowser(program, {}, 'of this machine')
  const reasons: string[] = []
  for (const unpack of [unpackFromPackage, unpackFromDebian]) {
    try {
      const unpacked = await unpack()
      if (unpacked !== null) return unpacked
    } catch (error) {
      reasons.push(String(error).split('\n')[0] ?? '')
    }
  }
  return { kind: 'none', line: `Browser: none found ${reasons.map((reason) => `(${reason}) `).join('')}; the journeys are skipped` }
}

const foundBrowser = (program: string, env: Readonly<Record<string, string>>, how: string): FoundBrowser => ({
  kind: 'program',
  program,
  env,
  line: `Browser: ${program}, ${how}`,
})

/**
 * Unpacks the browser from an npm package. It unpacks into the temporary folder of its process, so it gets a process with its own folder.
 */
async function unpackFromPackage(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const folder = getToolFolder('chromium-147.0.0')
  if (!existsSync(folder)) {
    const work = await mkdtemp(join(tmpdir(), 'rostrum-chromium-'))
    try {
      const script = `import(${JSON.stringify(entry)}).then(({ default: chromium }) => chromium.executablePath())`
      await run(process.execPath, ['-e', script], { env: { ...process.env, TMPDIR: work, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' } })
      await moveIntoPlace(work, folder)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }
  return foundBrowser(join(folder, 'chromium'), { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }, 'from its npm package')
}

async function unpackFromDebian(): Promise<FoundBrowser | null> {
  const folder = await unpackDebian('chromium-headless-shell')
  if (folder === null) return null
  const program = findFile([join(folder, 'usr/lib/chromium/chromium-headless-shell'), join(folder, 'usr/bin/chromium-headless-shell')])
  if (program === null) return null
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib/chromium']
    .map((part) => join(folder, part))
    .join(':')
  return foundBrowser(program, { LD_LIBRARY_PATH: libraries }, 'unpacked without root')
}
