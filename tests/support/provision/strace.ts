import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { unpackDebian } from './debian.ts'
import { findFile, findOnPath } from './find-program.ts'

/** Returns the program, if it is installed and this system lets it trace. */
export async function findStrace(): Promise<string | null> {
  const program = findOnPath('strace') ?? (await unpackStrace())
  return program !== null && spawnSync(program, ['-D', '-f', '--seccomp-bpf', '-e', 'trace=openat', '-o', '/dev/null', 'true']).status === 0
    ? program
    : null
}

async function unpackStrace(): Promise<string | null> {
  const folder = await unpackDebian('strace')
  return folder === null ? null : findFile([join(folder, 'usr/bin/strace')])
}
