/**
 * The files of the phone. The first is the code that runs first. The second is the start of every page, which asks who the person is. The
 * third is code that the pages for joining and taking part share with other pages. Imports on demand are files of their own. A page is in a
 * folder of its name.
 */
import { basename, dirname, join } from 'node:path'
import type { Rolldown } from 'vite'
import { listPhonePages } from '../../shared/src/contract/pages.ts'
import { locales } from './compile-messages.ts'

type Splitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>
type Group = NonNullable<Splitting['groups']>[number]
type Context = Parameters<Extract<Group['name'], (...args: never) => unknown>>[1]

/** Collects these modules, and everything that they import statically. */
const collectImported = (graph: Context, ids: readonly string[], found = new Set<string>()): ReadonlySet<string> => {
  for (const id of ids) {
    if (found.has(id)) continue
    const module = graph.getModuleInfo(id)
    if (module === null) throw new Error(`No page imports ${id}.`)
    found.add(id)
    collectImported(graph, module.importedIds, found)
  }
  return found
}

const makeGroup = (name: string, starts: readonly string[], options: Omit<Group, 'name'>): Group => {
  const ids = starts.map((start) => join(import.meta.dirname, '../src', start))
  let members: ReadonlySet<string> | null = null
  return {
    ...options,
    debugName: name,
    name: (id, context) => {
      members ??= collectImported(context, ids)
      return members.has(id) ? name : null
    },
  }
}

const getPageFile = (page: string): string => `surfaces/${page}/${page}.tsx`

export const phoneFiles: Splitting = {
  groups: [
    makeGroup('boot', ['app/boot.ts'], { priority: 3 }),
    makeGroup('start', ['app/start.tsx', 'surfaces/join/confirm.tsx'], { priority: 2 }),
    makeGroup('shared', [...listPhonePages(), 'join'].map(getPageFile), { priority: 1, minShareCount: 2 }),
  ],
}

/** Names a file. Messages are named by their language and their file. */
export const nameFile = ({ facadeModuleId }: { readonly facadeModuleId: string | null }): string => {
  const language = dirname(facadeModuleId ?? '')
  return dirname(language) === locales ? `assets/${basename(language)}-[name]-[hash].js` : 'assets/[name]-[hash].js'
}
