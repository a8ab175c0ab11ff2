/** Leaves two transports of Socket.IO in the build: WebSocket and, for networks that block it, the smallest long polling, by `fetch`. */
import type { Plugin } from 'vite'

const moduleId = '\0engine.io-client/two-transports'

export const twoTransports = (): Plugin => {
  let code = ''
  return {
    name: 'two-transports',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      // Nothing uses the third transport. The build would keep it, because it adds a listener when it is loaded.
      if (/\/polling-xhr(\.node)?\.js$/.test(source)) {
        const xhr = await this.resolve(source, importer, { skipSelf: true })
        return xhr && { ...xhr, moduleSideEffects: false }
      }
      if (source !== './transports/index.js' || !importer?.includes('engine.io-client')) return null
      const [websocket, polling] = await Promise.all(
        ['websocket', 'polling-fetch'].map((name) => this.resolve(`./transports/${name}.js`, importer)),
      )
      if (!websocket || !polling) return null
      code = `import { WS } from ${JSON.stringify(websocket.id)}
import { Fetch } from ${JSON.stringify(polling.id)}
export const transports = { websocket: WS, polling: Fetch }`
      return moduleId
    },
    load: (id) => (id === moduleId ? code : null),
  }
}
