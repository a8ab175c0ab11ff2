import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'
import { listOfflinePaths } from '../shared/src/contract/pages.ts'
import type { LanguageId } from '../shared/src/kernel/wording.ts'
import { compileMessages } from './build/compile-messages.ts'
import { earlyStart } from './build/early-start.ts'
import { nameFile, phoneFiles } from './build/phone-files.ts'
import { twoTransports } from './build/two-transports.ts'

const serverUrl = `http://127.0.0.1:${process.env['ROSTRUM_PORT'] ?? '3000'}`
/** Forwards to the server with the host of the page, because the server compares it with the origin. */
const toServer = { target: serverUrl, changeOrigin: false }

/** Compresses the files once in the build, because a thousand phones may load the same few at once. */
const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg|json)$/.test(file))) {
      const content = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}

/**
 * Phones run the same code on Preact, a tenth of the size of React. A participant's first page stays under 100 kB. See docs/decisions/0001.
 */
const preactAliases = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  // The router asks for a copy of this hook that is made for old versions of React.
  { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'preact/compat' },
]

/** The texts of React Aria, which contains about thirty languages. The product needs only these. */
const componentLanguages: Readonly<Record<LanguageId, string>> = {
  ar: 'ar-AE',
  zh: 'zh-CN',
  en: 'en-US',
  fr: 'fr-FR',
  ru: 'ru-RU',
  es: 'es-ES',
}

/** The service worker keeps its name, so that browsers find the next version. */
const workerFile = 'offline-worker'
const lightOptions = {
  input: { index: join(import.meta.dirname, 'index.html'), [workerFile]: join(import.meta.dirname, `worker/${workerFile}.ts`) },
  output: {
    codeSplitting: phoneFiles,
    chunkFileNames: nameFile,
    entryFileNames: ({ name }: { readonly name: string }) => (name === workerFile ? `${workerFile}.js` : 'assets/[name]-[hash].js'),
  },
}

/** Two builds: the whole client on React, and in `dist/light` the entry pages and the surfaces of participants. */
export default defineConfig(({ mode }) => ({
  ...(mode === 'light' ? { base: '/light/', publicDir: false as const } : {}),
  define: { OFFLINE_PATHS: JSON.stringify(listOfflinePaths()) },
  plugins: [
    react(),
    compileMessages(),
    twoTransports(),
    { ...optimizeLocales.vite({ locales: Object.values(componentLanguages) }), enforce: 'pre' },
    earlyStart(),
    precompress,
  ],
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions], alias: mode === 'light' ? preactAliases : [] },
  build: {
    outDir: mode === 'light' ? 'dist/light' : 'dist',
    // A server running from this folder still sends files of the previous build. Their names have hashes, and `run.mjs` removes them a day
    // later.
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    // A phone on a slow line gets few files. Each costs a round trip, and style sheets delay the page.
    cssCodeSplit: mode !== 'light',
    // A slow machine would be told which plugin took how long.
    rolldownOptions: { ...(mode === 'light' ? lightOptions : { output: { chunkFileNames: nameFile } }), checks: { pluginTimings: false } },
  },
  server: {
    port: Number(process.env['ROSTRUM_DEV_PORT'] ?? '5173'),
    strictPort: true,
    proxy: {
      '/api': toServer,
      '/health': toServer,
      '/ready': toServer,
      '/socket.io': { ...toServer, ws: true },
    },
  },
}))
