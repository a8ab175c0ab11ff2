/**
 * Makes the compiled server one file, `dist/bundle.cjs`, because Node takes longer to find and read a thousand files than to run them. The
 * separate files stay, for threads, for the command line and while developing.
 */
import { pathToFileURL } from 'node:url'

const compiled = new URL('./dist/', import.meta.url).href

/** Own files name others by where they are themselves. */
const keepOwnUrls = {
  name: 'keep-own-urls',
  transform(code, id) {
    const place = pathToFileURL(id).href
    if (!place.startsWith(compiled) || !code.includes('import.meta.url')) return null
    const own = `new URL(${JSON.stringify(`./${place.slice(compiled.length)}`)}, import.meta.url).href`
    return { code: code.replaceAll('import.meta.url', own), map: null }
  },
}

/** A package with files of its own has them where it is installed. */
const keepPlaces = {
  name: 'keep-places',
  transform(code, id) {
    const [, name, folder] = /\/node_modules\/(@fastify\/swagger-ui)\/(.*\/)?[^/]+\.js$/.exec(id) ?? []
    if (name === undefined || !code.includes('__dirname')) return null
    const place = `require('node:path').join(require.resolve('${name}'), '../${folder ?? ''}')`
    return { code: code.replaceAll('__dirname', place), map: null }
  },
}

export default {
  plugins: [keepOwnUrls, keepPlaces],
  ssr: {
    noExternal: true,
    // These have a binary or files of their own, or are not read at the start.
    external: ['lmdb', 'nodemailer', 'redis'],
  },
  build: {
    ssr: 'dist/serve.js',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node20',
    rolldownOptions: {
      checks: { pluginTimings: false },
      // CommonJS without `import()`, because Node 20 can take what V8 has compiled only of a script, and such a script cannot import.
      output: { format: 'cjs', dynamicImportInCjs: false, entryFileNames: 'bundle.cjs', chunkFileNames: 'bundle-[hash].cjs' },
    },
  },
}
