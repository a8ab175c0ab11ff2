import { join } from 'node:path'
import { unpackDebian } from './debian.ts'
import { findFile, findOnPath } from './find-program.ts'

/** A running server, a program to start, or the reason why there is neither. */
export type FoundRedis =
  | { readonly kind: 'url'; readonly url: string; readonly line: string }
  | { readonly kind: 'program'; readonly program: string; readonly libraries: string; readonly line: string }
  | { readonly kind: 'none'; readonly line: string }

export async function findRedis(): Promise<FoundRedis> {
  const url = process.env['ROSTRUM_TEST_REDIS_URL']
  if (url !== undefined && url !== '') return { kind: 'url', url, line: 'Redis: the server named by ROSTRUM_TEST_REDIS_URL' }
  const program = findOnPath('redis-server', 'valkey-server')
  if (program !== null) return { kind: 'program', program, libraries: '', line: `Redis: ${program}` }
  try {
    const unpacked = await unpackRedis()
    if (unpacked !== null) return unpacked
    return {
      kind: 'none',
      line: 'Redis: none found (no ROSTRUM_TEST_REDIS_URL, no redis-server or valkey-server, no apt); its tests are skipped',
    }
  } catch (error) {
    return { kind: 'none', line: `Redis: none found, and unpacking failed (${String(error).split('\n')[0]}); its tests are skipped` }
  }
}

async function unpackRedis(): Promise<FoundRedis | null> {
  const folder = await unpackDebian('redis-server')
  if (folder === null) return null
  const program = findFile([join(folder, 'usr/bin/redis-server'), join(folder, 'usr/bin/redis-check-rdb')])
  if (program === null) return null
  const triplets: Partial<Record<NodeJS.Architecture, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }
  const libraries = [join(folder, 'usr/lib', triplets[process.arch] ?? ''), join(folder, 'usr/lib')].join(':')
  return { kind: 'program', program, libraries, line: `Redis: ${program}, unpacked without root` }
}
