/** Checks the file of the embedded store before LMDB opens it. LMDB trusts its file, and a file that is damaged or cut ends the process. */
import { constants, type FileHandle, open as openFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { extend } from './file-room.ts'

export const resolveStorePath = (folder: string): string => join(folder, 'rostrum.lmdb')

/**
 * The offsets of fields in the two heads, including the header of their page. The page size in the first head gives the position of the
 * second.
 */
const places = { magic: 24, pageSize: 48, lastPage: 144 } as const
const headSize = places.lastPage + 8
const magic = 0xbeefc0de
/** The most bytes that a store which was cut can lack. If more are missing, a byte of its head was changed. */
const maxMissing = 2 ** 30

const damaged = 'rostrum.lmdb is damaged, or not a store of this program. Restore it from a copy'

/** The error codes of LMDB for pages that cannot be right (lmdb.h). */
const damageCodes = new Set([-30797, -30796, -30795, -30794, -30793, -30784, -30782])
/**
 * The message if a page was to be written to an impossible place. Without its last words, it also comes from a system that cannot hold the
 * file.
 */
const misplacedPage = /^(Invalid argument|File too large): Attempting to write page/

/** Describes an error of LMDB when the store opens or closes: if pages are damaged, the new error says so. */
export function describeDamage(error: unknown): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message?: string }
  const isDamage = typeof code === 'number' && (damageCodes.has(code) || misplacedPage.test(message ?? ''))
  return isDamage ? new Error(`${damaged} (${message})`, { cause: error }) : error
}

/**
 * Throws if the file is not a store. A file shorter than its heads specify was cut, or its last pages were never written because they are
 * free. For a writer it is extended to its full length. Missing pages then read as damage, and free pages remain free.
 */
export async function prepareFile(folder: string, access: 'read' | 'write'): Promise<void> {
  const file = await openIfExists(resolveStorePath(folder), access === 'read' ? constants.O_RDONLY : constants.O_RDWR | constants.O_APPEND)
  if (file === null) return
  try {
    // It has secrets and addresses. An earlier version may have made it readable for others.
    if (access === 'write') await file.chmod(0o600)
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
    // Appending never shortens the file, even if another process has it open.
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

/** Flushes the folder, because only then are the names of new files durable. Windows has no such call. */
export async function flushFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
