import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { unpackDebian } from './debian.ts'
import { findFile, findOnPath } from './find-program.ts'

export type FoundNginx =
  | { readonly kind: 'program'; readonly program: string; readonly mimeTypes: string; readonly libraries: string; readonly line: string }
  | { readonly kind: 'none'; readonly line: string }

const usual = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx']
const usualTypes = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types']

export async function findNginx(): Promise<FoundNginx> {
  const program = findOnPath('nginx') ?? findFile(usual)
  const mimeTypes = usualTypes.find((path) => existsSync(path))
  if (program !== null && mimeTypes !== undefined) return { kind: 'program', program, mimeTypes, libraries: '', line: `nginx: ${program}` }
  try {
    return (await unpackNginx()) ?? { kind: 'none', line: 'nginx: none found (no nginx, no apt); the file of the proxy is not run' }
  } catch (error) {
    return {
      kind: 'none',
      line: `nginx: none found, and unpacking failed (${String(error).split('\n')[0]}); the file of the proxy is not run`,
    }
  }
}

async function unpackNginx(): Promise<FoundNginx | null> {
  const folder = await unpackDebian('nginx')
  if (folder === null) return null
  const program = findFile([join(folder, 'usr/sbin/nginx')])
  if (program === null) return null
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib'].map((part) => join(folder, part)).join(':')
  const mimeTypes = join(folder, 'etc/nginx/mime.types')
  return { kind: 'program', program, mimeTypes, libraries, line: `nginx: ${program}, unpacked without root` }
}
