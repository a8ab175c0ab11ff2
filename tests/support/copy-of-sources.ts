/** Makes a copy of the sources that a test may change. Packages from elsewhere are linked. */
import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const packages = ['.', 'shared', 'server', 'client', 'tests']
const copied = ['shared', 'server', 'client', 'tests', 'package.json', 'pnpm-lock.yaml', 'run.mjs', 'tsconfig.json', 'tsconfig.base.json']
const isSource = (path: string): boolean => !/\/(node_modules|dist|\.types|\.results)(\/|$)|\.tsbuildinfo$/.test(path.slice(root.length))

/** Returns the folder of the copy. The caller removes it. */
export async function copySources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'rostrum-copy-'))
  for (const name of copied) await cp(join(root, name), join(copy, name), { recursive: true, filter: isSource })
  for (const name of packages) await linkModules(copy, join(root, name, 'node_modules'), join(copy, name, 'node_modules'))
  return copy
}

/** Links the same packages, except Rostrum's own, which come from the copy. Files that tools keep in the same folder are not linked. */
async function linkModules(copy: string, from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) {
    if (name === '@rostrum') {
      await mkdir(join(to, name))
      for (const own of await readdir(join(from, name))) await symlink(join(copy, own), join(to, name, own))
    } else if (!name.startsWith('.')) await symlink(join(from, name), join(to, name))
  }
}
