/**
 * Only one process may use a data directory. The owner listens on a socket whose name is in the store.
 * A process that answers there is alive. Process numbers would not prove that across containers.
 * If two processes start at once, the write lock of the store decides.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Database } from 'lmdb'

/** `leave`: stops answering, without a change of the store. `release`: also leaves the store without an owner. */
export type DirectoryLock = { leave(): Promise<void>; release(): Promise<void> }

const maxSocketPath = 100 // a little less than the shortest limit of all systems

export async function lockDirectory(folder: string, owners: Database<string, string>): Promise<DirectoryLock> {
  const { server, name } = await listen(folder)
  try {
    for (let currentOwner = claimOwner(owners, null, name); currentOwner !== name; currentOwner = claimOwner(owners, currentOwner, name)) {
      if (await isAnswering(resolveSocketPath(folder, currentOwner)))
        throw new Error(
          `The data directory ${folder} is in use by another Rostrum. Stop it, or choose another directory with ROSTRUM_DATA.`,
        )
      await removeSocket(resolveSocketPath(folder, currentOwner))
    }
  } catch (error) {
    server.close()
    throw error
  }
  const leave = async () => {
    server.close()
    await once(server, 'close')
  }
  return {
    leave,
    release: async () => {
      await leave()
      owners.transactionSync(() => {
        if (owners.get('owner') === name) owners.removeSync('owner')
      })
    },
  }
}

/** Makes `name` the owner if there is no owner or the owner is `deadOwner`. Returns the resulting owner. */
function claimOwner(owners: Database<string, string>, deadOwner: string | null, name: string): string {
  return owners.transactionSync(() => {
    const currentOwner = owners.get('owner') ?? null
    if (currentOwner !== null && currentOwner !== deadOwner) return currentOwner
    owners.putSync('owner', name)
    return name
  })
}

/**
 * Listens on a socket in the directory itself, so that all processes that share the directory find it. Uses another place only if it must.
 */
async function listen(folder: string): Promise<{ server: Server; name: string }> {
  const short = `owner-${randomUUID().slice(0, 8)}.sock`
  if (platform() === 'win32') return await listenAt(folder, `\\\\.\\pipe\\rostrum-${randomUUID()}`)
  if (join(folder, short).length > maxSocketPath) return await listenAt(folder, join(tmpdir(), `rostrum-${short}`))
  return await listenAt(folder, short)
}

async function listenAt(folder: string, name: string): Promise<{ server: Server; name: string }> {
  const server = createServer((socket) => socket.destroy())
  server.listen(resolveSocketPath(folder, name))
  await once(server, 'listening')
  server.unref()
  return { server, name }
}

const resolveSocketPath = (folder: string, name: string): string =>
  isAbsolute(name) || name.startsWith('\\\\') ? name : join(folder, name)

async function isAnswering(path: string): Promise<boolean> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return false
    throw error
  } finally {
    socket.destroy()
  }
}

/**
 * Does not use `rm`, which looks at the file first. Node 20.20 then takes the next path that it resolves for a socket. It does not follow
 * the links in that path, so a package that is read later is not found.
 */
async function removeSocket(path: string): Promise<void> {
  if (platform() === 'win32') return
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}
