/** Lists the first files of the client in the page. They arrive together with the first script, and not only after it has run. */
import type { Plugin, Rolldown } from 'vite'

const start = '/src/app/start.tsx'

export const earlyStart = (): Plugin => {
  let base = '/'
  return {
    name: 'early-start',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      base = config.base
    },
    generateBundle(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') throw new Error('The build has no index.html.')
      page.source = addFiles(
        String(page.source),
        listFiles(bundle).map((file) => base + file),
      )
    },
  }
}

/** Returns the file of the start, and every file that it imports. */
const listFiles = (bundle: Rolldown.OutputBundle): readonly string[] => {
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputBundle[string] | undefined): void => {
    if (chunk?.type !== 'chunk' || files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const file of chunk.viteMetadata?.importedCss ?? []) files.add(file)
    for (const file of chunk.imports) add(bundle[file])
  }
  const chunk = Object.values(bundle).find((one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(start)))
  if (!chunk) throw new Error(`No file of the build contains ${start}.`)
  add(chunk)
  return [...files]
}

/** Adds the files to the page. The first script does not wait for style sheets, so it sends its requests early. */
const addFiles = (html: string, urls: readonly string[]): string => {
  const links = urls
    .filter((url) => !html.includes(url))
    .map((url) => `    <link rel="${url.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="${url}">\n`)
  return html.replace('<script type="module"', '<script type="module" async').replace('  </head>', `${links.join('')}  </head>`)
}
