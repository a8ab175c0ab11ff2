/** The server accepts WebSocket only, so the code for polling is left out of the build. */
import type { Plugin } from 'vite'

const moduleId = '\0engine.io-client/websocket-only'

export const websocketOnly = (): Plugin => ({
  name: 'websocket-only',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== './transports/index.js' || !importer?.includes('engine.io-client')) return null
    const websocket = await this.resolve('./transports/websocket.js', importer)
    return websocket ? `${moduleId}?${websocket.id}` : null
  },
  load: (id) => {
    if (!id.startsWith(moduleId)) return null
    return `import { WS } from ${JSON.stringify(id.slice(moduleId.length + 1))}\nexport const transports = { websocket: WS }`
  },
})
