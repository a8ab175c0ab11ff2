import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['ROSTRUM_PORT'] ?? '3000'}`

export default defineConfig({
  plugins: [
    react(),
    // React Aria speaks some thirty languages; the product speaks these.
    {
      ...optimizeLocales.vite({ locales: ['ar-AE', 'zh-CN', 'en-US', 'fr-FR', 'ru-RU', 'es-ES'] }),
      enforce: 'pre',
    },
  ],
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: true },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/health': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
