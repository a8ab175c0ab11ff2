/** One process to a data directory. The owner listens on a socket whose name stands in the store: whoever answers there is alive, whatever
 * process numbers or containers say, and the store's own write lock decides between two that come at once. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Database } from 'lmdb'

export type Ownership = { release(): Promise<void> }

const longestPath = 100 // the shortest limit among the systems, less a little

export async function takeOwnership(folder: string, owners: Database<string, string>): Promise<Ownership> {
  const { server, name } = await listen(folder)
  try {
    for (let present = claim(owners, null, name); present !== name; present = claim(owners, present, name)) {
      if (await answers(place(folder, present)))
        throw new Error(
          `The data directory ${folder} is in use by another Rostrum. Stop it, or choose another directory with ROSTRUM_DATA.`,
        )
      await removeSocket(place(folder, present))
    }
  } catch (error) {
    server.close()
    throw error
  }
  return {
    release: async () => {
      server.close()
      await once(server, 'close')
      owners.transactionSync(() => {
        if (owners.get('owner') === name) owners.removeSync('owner')
      })
    },
  }
}

/** Puts `name` where `dead` or nobody stood; returns who is the owner now. */
function claim(owners: Database<string, string>, dead: string | null, name: string): string {
  return owners.transactionSync(() => {
    const present = owners.get('owner') ?? null
    if (present !== null && present !== dead) return present
    owners.putSync('owner', name)
    return name
  })
}

/** In the directory itself, so that it is the same for all who share the directory; elsewhere only where that cannot be. */
async function listen(folder: string): Promise<{ server: Server; name: string }> {
  const short = `owner-${randomUUID().slice(0, 8)}.sock`
  if (platform() === 'win32') return await listenAt(folder, `\\\\.\\pipe\\rostrum-${randomUUID()}`)
  if (join(folder, short).length > longestPath) return await listenAt(folder, join(tmpdir(), `rostrum-${short}`))
  return await listenAt(folder, short)
}

async function listenAt(folder: string, name: string): Promise<{ server: Server; name: string }> {
  const server = createServer((socket) => socket.destroy())
  server.listen(place(folder, name))
  await once(server, 'listening')
  server.unref()
  return { server, name }
}

const place = (folder: string, name: string): string => (isAbsolute(name) || name.startsWith('\\\\') ? name : join(folder, name))

async function answers(path: string): Promise<boolean> {
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

async function removeSocket(path: string): Promise<void> {
  if (platform() !== 'win32') await rm(path, { force: true })
}
