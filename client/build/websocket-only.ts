/** The server speaks over WebSocket alone: what a page would need for polling does not travel to phones. */
import type { Plugin } from 'vite'

const list = '\0engine.io-client/websocket-only'

export const websocketOnly = (): Plugin => ({
  name: 'websocket-only',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== './transports/index.js' || !importer?.includes('engine.io-client')) return null
    const websocket = await this.resolve('./transports/websocket.js', importer)
    return websocket ? `${list}?${websocket.id}` : null
  },
  load: (id) => {
    if (!id.startsWith(list)) return null
    return `import { WS } from ${JSON.stringify(id.slice(list.length + 1))}\nexport const transports = { websocket: WS }`
  },
})
