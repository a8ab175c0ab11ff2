/** The fonts with which pages are drawn and measured. They come from packages, so a page looks the same on every machine. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { decompress } from 'wawoff2'
import { getToolFolder, moveIntoPlace } from './debian.ts'

const require = createRequire(import.meta.url)
const weights = ['400Regular', '600SemiBold', '700Bold']

/** The folders with fonts in each package, and the files that are used. For Latin, Selawik has the widths and heights of Segoe UI, and Inter about those of San Francisco. */
const packages: readonly { readonly name: string; readonly folder: string; readonly files: RegExp }[] = [
  ...['inter', 'noto-sans', 'noto-sans-arabic', 'open-sans', 'roboto'].flatMap((family) =>
    weights.map((weight) => ({ name: `@expo-google-fonts/${family}`, folder: weight, files: /\.ttf$/ })),
  ),
  { name: '@fontsource-variable/noto-sans-sc', folder: 'files', files: /-wght-normal\.woff2$/ },
  { name: 'winstrap', folder: 'dist/fonts', files: /^selawk(b|sb)?\.ttf$/ },
]

let provided: Promise<Readonly<Record<string, string>>> | undefined

/** Returns the environment of a program that draws text. Nothing in it depends on the fonts of the machine. */
export const provideFonts = (): Promise<Readonly<Record<string, string>>> => {
  provided ??= unpackFonts()
  return provided
}

async function unpackFonts(): Promise<Readonly<Record<string, string>>> {
  const folder = getToolFolder(`fonts-${await hashVersions()}`)
  if (!existsSync(folder)) {
    const work = await mkdtemp(join(tmpdir(), 'rostrum-fonts-'))
    try {
      await collectFonts(join(work, 'files'))
      await writeFile(join(work, 'fonts.conf'), describeFonts(folder))
      await moveIntoPlace(work, folder)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
}

async function hashVersions(): Promise<string> {
  const sum = createHash('sha256').update(await readFile(import.meta.filename))
  for (const name of new Set(packages.map((one) => one.name))) sum.update(await readFile(join(findPackage(name), 'package.json')))
  return sum.digest('hex').slice(0, 12)
}

const findPackage = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/** Copies the fonts. Browsers do not accept compressed system fonts, so those are unpacked. */
async function collectFonts(target: string): Promise<void> {
  await mkdir(target)
  for (const { name, folder, files } of packages) {
    const from = join(findPackage(name), folder)
    for (const file of (await readdir(from)).filter((one) => files.test(one))) {
      if (file.endsWith('.ttf')) await copyFile(join(from, file), join(target, file))
      else await writeFile(join(target, file.replace('.woff2', '.ttf')), await decompress(await readFile(join(from, file))))
    }
  }
}

/** Writes a configuration with these fonts alone. Text without a stated family is set in Noto Sans. */
const describeFonts = (folder: string): string => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'files')}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${['sans-serif', 'serif', 'monospace', 'system-ui']
    .map((name) => `<alias><family>${name}</family><prefer><family>Noto Sans</family></prefer></alias>`)
    .join('\n  ')}
</fontconfig>
`
