/**
 * Finds files that import each other, directly or through others. Types count too: to understand one of these files, a reader has to know
 * all of them.
 */
import type { Source } from './sources.ts'

/** Returns each circle as the paths of its files in alphabetical order. */
export function findCircles(files: readonly Source[]): readonly string[] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]))
  const reached = new Map(files.map(({ path }) => [path, findReached(path, targets)]))
  const circles = files.flatMap(({ path }) => {
    const mutual = [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path))
    return mutual.length > 0 ? [[...new Set([path, ...mutual])].sort().join(' → ')] : []
  })
  return [...new Set(circles)].sort()
}

/** Returns every file that this one imports, directly or through others. */
function findReached(path: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...(targets.get(path) ?? [])]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue
    const further = targets.get(next)
    if (further === undefined) continue
    reached.add(next)
    queue.push(...further)
  }
  return reached
}
