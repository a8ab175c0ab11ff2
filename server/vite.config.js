/**
 * Makes the compiled server one file, `dist/main.js`, because Node takes longer to find and read a thousand files than to run them: it
 * serves in two thirds of the time. The separate files stay, for threads, for the command line and while developing.
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

export default {
  plugins: [keepOwnUrls],
  ssr: {
    noExternal: true,
    // These have a binary or files of their own, or are not read at the start.
    external: ['@fastify/swagger-ui', 'lmdb', 'nodemailer', 'redis'],
  },
  build: {
    ssr: 'dist/serve.js',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'bundled-[hash].js' } },
  },
}
