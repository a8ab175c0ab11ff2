/** The file of the embedded store as bytes, before LMDB opens it: LMDB trusts its file, and one that is damaged or cut ends the process. */
import { constants, type FileHandle, open as openFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { extend } from './file-room.ts'

export const resolveStorePath = (folder: string): string => join(folder, 'rostrum.lmdb')

/** Where the two heads have what is read here, after the header of their page. The first says how far behind it the second is. */
const places = { magic: 24, pageSize: 48, lastPage: 144 } as const
const headSize = places.lastPage + 8
const magic = 0xbeefc0de
/** More bytes are not missing of a store that was cut: a byte of its head was changed. */
const maxMissing = 2 ** 30

const damaged = 'rostrum.lmdb is damaged, or not a store of this program. Restore it from a copy'

/** What LMDB calls pages that cannot be right (lmdb.h). */
const damageCodes = new Set([-30797, -30796, -30795, -30794, -30793, -30784, -30782])
/** A page was to be written to a place that no file has. Elsewhere a system that cannot have the file says the same. */
const misplacedPage = /^(Invalid argument|File too large): Attempting to write page/

/** An error of LMDB at the start or the end: where the pages are damaged, that is said. */
export function describeDamage(error: unknown): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string }
  const isDamage = typeof code === 'number' && (damageCodes.has(code) || misplacedPage.test(message ?? ''))
  return isDamage ? new Error(`${damaged} (${message})`, { cause: error }) : error
}

/**
 * Throws where the file is no store. One that is shorter than its heads say was cut, or its last pages were never written because they are
 * free. A writer gives it its length: what is missing then reads as damage, and what was free is free.
 */
export async function prepareFile(folder: string, access: 'read' | 'write'): Promise<void> {
  const file = await openIfExists(resolveStorePath(folder), access === 'read' ? constants.O_RDONLY : constants.O_RDWR | constants.O_APPEND)
  if (file === null) return
  try {
    const { size } = await file.stat()
    if (size === 0) return
    const first = await readHead(file, 0)
    if (first.length < headSize || first.readUInt32LE(places.magic) !== magic) throw new Error(damaged)
    const pageSize = first.readUInt32LE(places.pageSize)
    const second = await readHead(file, pageSize)
    const heads = [first, second].filter((head) => head.length === headSize && head.readUInt32LE(places.magic) === magic)
    const length = (Math.max(...heads.map((head) => Number(head.readBigUInt64LE(places.lastPage)))) + 1) * pageSize
    if (size >= length) return
    if (length - size > maxMissing) throw new Error(damaged)
    if (access === 'read')
      throw new Error('rostrum.lmdb was cut. Start a server on it, which says what is missing, or restore it from a copy')
    // To append never shortens the file, also where another process has it.
    const refusal = await extend(file, length - size)
    if (refusal !== null) throw refusal
  } finally {
    await file.close()
  }
}

async function readHead(file: FileHandle, at: number): Promise<Buffer> {
  const head = Buffer.alloc(headSize)
  const { bytesRead } = await file.read(head, 0, headSize, at)
  return head.subarray(0, bytesRead)
}

async function openIfExists(path: string, flags: number): Promise<FileHandle | null> {
  try {
    return await openFile(path, flags)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Flushes the folder, because the names of new files are durable only then. Windows has no such call. */
export async function flushFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
