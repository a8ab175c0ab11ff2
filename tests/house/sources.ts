/** The sources of the product for the house tests: paths, text, and the imports of each file. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

type Import = {
  readonly specifier: string
  /** A path of this repository, or the specifier of a package. */
  readonly target: string
  /** False if only types are imported, so that nothing is loaded at run time. */
  readonly runtime: boolean
  /** True if it is loaded when it is needed, with `import()`. */
  readonly lazy: boolean
}
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[]; readonly reexports: boolean }

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Lists all files below a folder of the repository, as paths with forward slashes. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort()
}

const parseSource = (path: string): Source => describeSource(path, readSource(path))

export const readSources = (): readonly Source[] =>
  ['shared/src', 'server/src', 'client/src']
    .flatMap(listFiles)
    .filter((path) => /\.tsx?$/.test(path))
    .map(parseSource)

/** Separate from `sources`, so that the rules themselves can be tested on text that breaks them. */
export function describeSource(path: string, text: string): Source {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`)
  const imports: Import[] = []
  const add = (specifier: string, runtime: boolean, lazy = false) =>
    imports.push({ specifier, target: resolveSpecifier(path, specifier), runtime, lazy })
  for (const { moduleRequest, entries, start, end } of module.staticImports) {
    const typeOnly = /^import\s+type\b/.test(text.slice(start, end)) || (entries.length > 0 && entries.every((entry) => entry.isType))
    add(moduleRequest.value, !typeOnly)
  }
  const again = module.staticExports.flatMap(({ entries }) => entries).filter((entry) => entry.moduleRequest !== null)
  for (const entry of again) add(entry.moduleRequest?.value ?? '', !entry.isType)
  const loaded = new Set(module.dynamicImports.map(({ start }) => start))
  for (const match of text.matchAll(/\bimport\(\s*(['"`])(.+?)\1/g)) add(match[2] ?? '', loaded.has(match.index), true)
  return { path, text, imports: imports, reexports: again.length > 0 }
}

function resolveSpecifier(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return join(dirname(from), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/')
  const message = /^@rostrum\/(shared\/locales\/.+)$/.exec(specifier)
  if (message !== null) return message[1] ?? ''
  const own = /^@rostrum\/(shared|server|client)\/(.+?)(\.tsx)?$/.exec(specifier)
  return own === null ? specifier : `${own[1]}/src/${own[2]}${own[3] ?? '.ts'}`
}

/**
 * Returns every file and package that these files load, each with the import path that leads to it. `atOnce`: without the files that are
 * loaded only when they are needed.
 */
export function findLoadedFrom(starts: readonly Source[], all: readonly Source[], atOnce = false): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map(all.map((each) => [each.path, each]))
  const paths = new Map<string, readonly string[]>(starts.map((start) => [start.path, [start.path]]))
  const queue = [...starts]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const { target, runtime, lazy } of next.imports) {
      if (!runtime || (lazy && atOnce) || paths.has(target)) continue
      paths.set(target, [...(paths.get(next.path) ?? []), target])
      const further = byPath.get(target)
      if (further !== undefined) queue.push(further)
    }
  }
  return paths
}
