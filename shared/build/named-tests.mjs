// Finds the files of tests that the words of a command mean.

/** The options of vitest in `docs/development.md` that have their value as the next word. */
const withValue = new Set(['-t', '--testNamePattern', '--bail', '--reporter', '--project', '--retry', '--seed', '--shard'])

/**
 * `paths`: the files, from the root of the repository. `named`: words that occur in a path, also with `./` before them, from the root of
 * the disk, or with a line of the file. `unknown`: words that are neither that nor the value of an option before them. `args`: the words as
 * vitest takes them. It takes a line only after the whole path.
 */
export function findNamedTests(words, paths, root) {
  const find = (word) => {
    const [, part, line = ''] = /^(.*?)(:\d+)?$/.exec(word.replace(`${root}/`, '').replace(/^\.\//, ''))
    const found = paths.filter((path) => path.includes(part))
    return line === '' ? found.map(() => word).slice(0, 1) : found.length === 1 ? [`${found[0]}${line}`] : []
  }
  const isOption = (word) => word?.startsWith('-') === true
  const isPlain = (index) => !isOption(words[index]) && !withValue.has(words[index - 1])
  const plain = words.filter((_, index) => isPlain(index))
  return {
    named: plain.filter((word) => find(word).length > 0),
    unknown: plain.filter((word) => find(word).length === 0),
    args: words.flatMap((word, index) => (isPlain(index) ? find(word) : [word])),
  }
}
