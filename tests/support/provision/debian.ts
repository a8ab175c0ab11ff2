/** Unpacks Debian packages for one user without root, with private apt folders and `dpkg -x`. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findOnPath } from './find-program.ts'

const run = promisify(execFile)

/** Returns the folder in which unpacked tools are kept between runs. */
export const getToolFolder = (name: string): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'rostrum-tests', name)

/** Returns the folder with the unpacked package and its dependencies, or null if this system has no apt. */
export async function unpackDebian(name: string): Promise<string | null> {
  if (findOnPath('apt-get') === null || findOnPath('dpkg') === null || !existsSync('/var/lib/dpkg/status')) return null
  const target = getToolFolder(`debian-${name}`)
  if (existsSync(target)) return target
  const work = await mkdtemp(join(tmpdir(), 'rostrum-apt-'))
  try {
    await download(name, work)
    await mkdir(join(work, 'unpacked'))
    const archives = join(work, 'cache/archives')
    for (const file of await readdir(archives)) {
      if (file.endsWith('.deb')) await run('dpkg', ['-x', join(archives, file), join(work, 'unpacked')])
    }
    return await moveIntoPlace(join(work, 'unpacked'), target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function download(name: string, work: string): Promise<void> {
  for (const folder of ['state/lists/partial', 'cache/archives/partial']) await mkdir(join(work, folder), { recursive: true })
  await copyFile('/var/lib/dpkg/status', join(work, 'state/status'))
  const options = [
    `Dir::State=${join(work, 'state')}`,
    `Dir::State::status=${join(work, 'state/status')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
    'APT::Get::AllowUnauthenticated=false',
  ].flatMap((option) => ['-o', option])
  await run('apt-get', [...options, '-qq', 'update'])
  await run('apt-get', [...options, '-qq', '-y', '--download-only', '--no-install-recommends', 'install', name], { maxBuffer: 1 << 24 })
}

/** Moves a folder into place in one step, so that no other process sees a half-copied tool. The first process to finish wins. */
export async function moveIntoPlace(from: string, to: string): Promise<string> {
  await mkdir(join(to, '..'), { recursive: true })
  const near = `${to}.${process.pid}`
  await run('cp', ['-a', from, near])
  try {
    await rename(near, to)
  } catch (error) {
    await rm(near, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
  return to
}
