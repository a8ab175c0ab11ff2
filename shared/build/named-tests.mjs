// Finds the files of tests that the words of a command mean.

/**
 * `paths`: the files, from the root of the repository. `named`: words that occur in a path, as vitest searches them: also with `./` before
 * them, from the root of the disk, or with a line. `unknown`: words that are neither that nor the value of an option before them.
 */
export function findNamedTests(words, paths, root) {
  const isPath = (word) => {
    const part = word.replace(`${root}/`, '').replace(/^\.\//, '').replace(/:\d+$/, '')
    return paths.some((path) => path.includes(part))
  }
  const isOption = (word) => word?.startsWith('-') === true
  const plain = words.filter((word, index) => !isOption(word) && !/^(-t|--testNamePattern)$/.test(words[index - 1]))
  const named = plain.filter(isPath)
  const unknown = words.filter((word, index) => plain.includes(word) && !isPath(word) && !isOption(words[index - 1]))
  return { named, unknown }
}
