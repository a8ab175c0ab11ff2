// Installs what a command needs, and lists it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isSilent, lockAndDo, say, stop } from './running.mjs'
import { at, hash, product, readStamp, root, writeStamp } from './tree.mjs'

const pnpm = 'pnpm@12.21.0'

/** Installs only the product, or also the tests and their tools. It is skipped if the stamp file shows that this was done. */
export function install(scope) {
  lockAndDo(() => installOnce(scope))
}

function installOnce(scope) {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...['.', ...product, 'tests'].map((name) => `${name}/package.json`)]
  const wanted = hash([...manifests.map((name) => readFileSync(at(name))), process.versions.modules, process.platform, process.arch])
  const { installed } = readStamp()
  const isThere = (scope === 'all' ? [...product, 'tests'] : product).every((part) => existsSync(at(part, 'node_modules')))
  if (isThere && installed?.hash === wanted && (installed.scope === 'all' || installed.scope === scope)) return
  say(scope === 'all' ? 'Installing …' : 'Installing what the product needs …')
  pnpmInstall(scope === 'all' ? [] : ['--filter=!@rostrum/tests'])
  writeStamp({ installed: { hash: wanted, scope } })
}

/**
 * Lists the components of the product, with versions, licences and digests (CycloneDX). The list is for scanners, and for people who run
 * the product. It is served nowhere.
 */
export function listMaterials() {
  const format = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application']
  const { status } = runPnpm(['--filter=!@rostrum/tests', 'sbom', ...format, '--prod', '--out', at('server/dist/materials.cdx.json')])
  if (status !== 0) stop('The list of materials could not be made.')
}

/** Installs packages. npm passes its log level on. Even with `npm start --silent`, the faults of an install must be shown. */
export function pnpmInstall(flags) {
  const { status, error } = runPnpm([...flags, 'install', '--frozen-lockfile'])
  if (error !== undefined || status !== 0)
    stop(`Installing failed${error === undefined ? '' : `: ${error.message}`}. Check the network connection.`)
}

function runPnpm(args) {
  const env = { ...process.env, npm_config_loglevel: isSilent() ? 'error' : process.env.npm_config_loglevel }
  return spawnSync('npx', ['-y', pnpm, ...args], { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
}
