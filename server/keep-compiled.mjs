// Starts the bundled server once, in an empty folder. Keeps the code that V8 has compiled by the time it serves. The build runs it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledFile, runBundle } from './dist/bundle.js'

const folder = mkdtempSync(join(tmpdir(), 'rostrum-build-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const name of Object.keys(process.env)) if (name.startsWith('ROSTRUM_')) delete process.env[name]
Object.assign(process.env, { ROSTRUM_DATA: folder, ROSTRUM_HOST: '127.0.0.1', ROSTRUM_PORT: '0', NODE_ENV: 'production' })
process.argv = [...process.argv.slice(0, 2), '--quiet']

rmSync(compiledFile, { force: true })
const { script, exported } = runBundle()
await exported.serving
writeFileSync(compiledFile, script.createCachedData())
// The server makes its files for itself alone. This one is read by whoever runs the product, such as the user of a container.
chmodSync(compiledFile, 0o644)
// This stops the server as a signal would. A real signal would end the process at once on Windows.
process.emit('SIGTERM')
