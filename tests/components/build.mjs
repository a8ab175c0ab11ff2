// Makes one page of all components of client/src/ui in their states, and says where it is: npm run components
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'

const root = import.meta.dirname
const outDir = join(root, '../.results/components')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  base: './',
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: true,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
  },
})

/** Browsers refuse modules from a disk, so the page has all of it inside. */
const page = join(outDir, 'index.html')
const read = (path) => readFileSync(join(outDir, path), 'utf8')
const html = readFileSync(page, 'utf8')
  .replace(/<link rel="stylesheet"[^>]*href="([^"]+)">/, (_, path) => `<style>${read(path)}</style>`)
  .replace(/<script type="module"[^>]*src="([^"]+)"><\/script>/, '')
  .replace('</body>', () => `<script type="module">${read(findScript()).replaceAll('</script', '<\\/script')}</script></body>`)
writeFileSync(page, html)
process.stdout.write(`${page}\n`)

function findScript() {
  return /<script type="module"[^>]*src="([^"]+)"/.exec(readFileSync(page, 'utf8'))?.[1] ?? ''
}
