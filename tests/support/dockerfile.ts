/** A Dockerfile and its .dockerignore as an image builder reads them. Only what our Dockerfile uses is known; anything else throws. */

export type Step = { readonly word: string; readonly rest: string }

/** Lists the instructions in order. A line that ends with a backslash continues in the next one. */
export const parseDockerfile = (text: string): readonly Step[] =>
  text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? []
      if (word === '') throw new Error(`not an instruction: ${line}`)
      return { word, rest }
    })

export type Copy = {
  readonly from: string | null
  readonly owner: string | null
  readonly sources: readonly string[]
  readonly target: string
}

export function parseCopy(rest: string): Copy {
  const words = rest.split(' ')
  const flags = new Map(words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=') as [string, string]))
  const unknown = [...flags.keys()].filter((name) => name !== 'from' && name !== 'chown')
  if (unknown.length > 0) throw new Error(`unknown flags: ${unknown.join()}`)
  const paths = words.filter((word) => !word.startsWith('--'))
  return { from: flags.get('from') ?? null, owner: flags.get('chown') ?? null, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' }
}

/** Reads the command after CMD, ENTRYPOINT or the CMD of a HEALTHCHECK. Only the form without a shell is supported. */
export const parseWords = (text: string): readonly string[] => JSON.parse(text.slice(text.indexOf('['))) as string[]

/** Reads the pairs of `ENV a=1 b=2`. */
export const parsePairs = (rest: string): readonly (readonly [string, string])[] =>
  rest.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])

/**
 * Returns a function that tells whether a path of the context reaches the builder. The last line that matches the path, or a folder above
 * it, decides.
 */
export function makeContextFilter(dockerignore: string): (path: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ admits: line.startsWith('!'), pattern: makePattern(line.replace(/^!/, '')) }))
  const listAbove = (path: string): readonly string[] => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
  return (path) => rules.findLast(({ pattern }) => listAbove(path).some((each) => pattern.test(each)))?.admits ?? true
}

function makePattern(glob: string): RegExp {
  const parts = glob.split('/').map((part) => {
    if (part === '**') return '(?:[^/]+/)*'
    return `${part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}/`
  })
  return new RegExp(`^${parts.join('').replace(/\/$/, '')}$`)
}
