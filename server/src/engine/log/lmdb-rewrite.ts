/**
 * Writes the rows of a store to a new file, without the bytes of what was erased. LMDB keeps those in free pages and in the gaps of others
 * until it uses them again, which may be never. A copy of its pages has the gaps. A file that is open cannot be exchanged, so a start does it.
 */
import { open as openFile, rename, rm } from 'node:fs/promises'
import { type Database, type Key, open, type RootDatabase } from 'lmdb'
import { flushFolder, resolveStorePath } from './lmdb-file.ts'

/** The tables of the environment whose rows are copied. */
const tables = ['log', 'tables'] as const
/** The rows that are written as one transaction. */
const pieceSize = 5_000

/** The table about the file itself: who owns it, and whether something was erased since it was written to a new file. It is not copied. */
export type FileFacts = Database<string, 'owner' | 'erased'>
export const openFacts = (root: RootDatabase): FileFacts => root.openDB<string, 'owner' | 'erased'>('owner', { encoding: 'string' })

/** Copies all rows as they are at one moment to a new file, and flushes it. */
export async function copyRows(root: RootDatabase, path: string): Promise<void> {
  const copy = open({ path, maxDbs: 4, overlappingSync: false })
  const all = tables.map((name) => ({ name, from: root.openDB<Buffer, Key>(name, { encoding: 'binary' }) }))
  // It reads only the tables that were opened before.
  // biome-ignore lint/correctness/useHookAtTopLevel: a transaction of LMDB is no hook
  const transaction = root.useReadTransaction()
  try {
    for (const { name, from } of all) {
      const to = copy.openDB<Buffer, Key>(name, { encoding: 'binary' })
      let piece: { readonly key: Key; readonly value: Buffer }[] = []
      const write = () => {
        const rows = piece
        piece = []
        copy.transactionSync(() => {
          for (const { key, value } of rows) to.putSync(key, value)
        })
      }
      for (const { key, value } of from.getRange({ transaction })) {
        piece.push({ key, value: Buffer.from(value) })
        if (piece.length >= pieceSize) write()
      }
      write()
    }
  } finally {
    transaction.done()
    await copy.close()
    await rm(`${path}-lock`, { force: true })
  }
  const handle = await openFile(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Copies the rows, closes the store, and puts the copy in its place. The lock of the folder must be held all the time. If it is interrupted,
 * or rejects because a row cannot be read or the disk is full, the store is as it was.
 */
export async function rewriteStore(folder: string, root: RootDatabase): Promise<void> {
  const path = resolveStorePath(folder)
  const copy = `${path}.new`
  await rm(copy, { force: true })
  try {
    await copyRows(root, copy)
  } catch (error) {
    await rm(copy, { force: true })
    throw error
  }
  await root.close()
  await rename(copy, path)
  await flushFolder(folder)
}
