/**
 * The imports that are allowed between folders. ARCHITECTURE describes these arrows; this table defines them. The longest matching row
 * counts.
 */
import type { Source } from './sources.ts'

const contracts = ['shared/src/kernel', 'shared/src/contract']
const pure = [...contracts, 'shared/src/projection', 'shared/src/protocol']
const engine = [...pure, 'shared/src/domain', 'shared/src/api']
/** A screen uses only the permissions of the domain, to show or hide a button. */
const visible = [...pure, 'shared/src/domain/permissions.ts', 'shared/src/api']

/** The parts of the domain that every feature may import. */
const domainBase = ['phase-guards', 'actor', 'permissions'].map((name) => `shared/src/domain/${name}.ts`)
const domainFeature = (name: string, ...others: readonly string[]): readonly string[] => [
  ...contracts,
  ...domainBase,
  ...[name, ...others].map((each) => `shared/src/domain/${each}`),
]
const client = (...folders: readonly string[]): readonly string[] => folders.map((name) => `client/src/${name}`)

/**
 * The storeys of the server from the bottom up, with their folders. A folder may import the folders to its left on its own storey, and every
 * storey below. The folders of a lower storey know nothing of those above.
 */
const storeys: Readonly<Record<string, readonly string[]>> = {
  engine: ['telemetry', 'locales', 'log', 'store', 'nodes', 'session', 'presence', 'fanout', 'wire'],
  people: ['roster', 'access'],
  services: ['template', 'mail', 'captions', 'record', 'booth', 'sense', 'webhooks', 'rehearsal'],
  doors: ['config.ts', 'application', 'http', 'cli'],
}

/**
 * The imports that a folder may not have, although they are below it. Views and frames reach people, so the code that makes them sees no
 * stored event.
 */
const closed: Readonly<Record<string, readonly string[]>> = {
  'server/src/engine/presence': ['shared/src/domain'],
  'server/src/engine/fanout': ['shared/src/domain', 'server/src/engine/log', 'server/src/engine/store'],
  'server/src/engine/wire': ['shared/src/domain', 'server/src/engine/log', 'server/src/engine/store'],
  'server/src/services/booth': ['shared/src/domain'],
  'server/src/services/rehearsal': ['shared/src/domain'],
  'server/src/doors/http': ['shared/src/domain', 'server/src/engine/log/log.ts', 'server/src/engine/store'],
}

const serverArrows = Object.fromEntries(
  Object.entries(storeys).flatMap(([storey, folders], height, all) => {
    const below = all.slice(0, height).map(([name]) => `server/src/${name}`)
    const paths = folders.map((folder) => `server/src/${storey}/${folder}`)
    return paths.map((path, index) => [path, [...engine, ...below, ...paths.slice(0, index + 1)]] as const)
  }),
)

const arrows: Readonly<Record<string, readonly string[]>> = {
  'shared/src/kernel': ['shared/src/kernel'],
  'shared/src/contract': contracts,
  'shared/src/domain': [...contracts, 'shared/src/domain'],
  'shared/src/domain/phase-guards.ts': contracts,
  'shared/src/domain/actor.ts': contracts,
  'shared/src/domain/permissions.ts': contracts,
  'shared/src/domain/queue': domainFeature('queue'),
  'shared/src/domain/floor': domainFeature('floor', 'queue'),
  'shared/src/domain/agenda': domainFeature('agenda', 'floor', 'queue'),
  'shared/src/domain/people': domainFeature('people', 'queue'),
  'shared/src/domain/questions': domainFeature('questions', 'queue', 'floor'),
  'shared/src/domain/captions': domainFeature('captions'),
  'shared/src/domain/cues': domainFeature('cues'),
  'shared/src/domain/notes': domainFeature('notes'),
  'shared/src/domain/statements': domainFeature('statements', 'queue'),
  'shared/src/domain/sense': domainFeature('sense'),
  'shared/src/projection': [...contracts, 'shared/src/projection'],
  'shared/src/protocol': pure,
  'shared/src/api': visible,

  ...serverArrows,
  'server/src/app.ts': [...engine, 'server/src'],
  // The storeys are put together here, and nowhere else.
  'server/src/assembly': [...engine, 'server/src'],
  'server/src/serve.ts': [...engine, 'server/src'],
  'server/src/cli.ts': [...engine, 'server/src'],
  'server/src/bundle.ts': [],
  'server/src/main.ts': ['server/src/bundle.ts'],

  'client/src/ui': ['shared/src/kernel', ...client('ui')],
  'client/src/text': [...visible, ...client('text')],
  'client/src/session': [...visible, ...client('session')],
  'client/src/widgets': [...visible, ...client('widgets', 'session', 'ui', 'text')],
  'client/src/features': [...visible, ...client('widgets', 'session', 'ui', 'text')],
  // All pages of the staff share surfaces/staff, and all pages share surfaces/frame.
  'client/src/surfaces': [...visible, ...client('surfaces/staff', 'surfaces/frame', 'features', 'widgets', 'session', 'ui', 'text')],
  'client/src/app': [...visible, 'client/src'],
  'client/src/main.tsx': client('app'),
}

/** Packages that only these folders may import. Every other package may be imported if the folder's package.json names it. */
const packageFolders: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared/src/contract', 'shared/src/protocol', 'shared/src/api', 'server/src'],
  immutable: ['shared/src', 'server/src', 'client/src'],
  lmdb: ['server/src/engine/log', 'server/src/engine/store'],
  redis: ['server/src/engine/log', 'server/src/engine/store'],
  nodemailer: ['server/src/services/mail'],
  standardwebhooks: ['server/src/services/webhooks'],
  'ipaddr.js': ['server/src/services/webhooks'],
  chardet: ['server/src/people/roster'],
  'read-excel-file': ['server/src/people/roster'],
  'prom-client': ['server/src/doors/http'],
  'socket.io': ['server/src/engine/wire', 'server/src/app.ts'],
  'socket.io-client': ['client/src/session', 'server/src/services/rehearsal'],
  '@noble/hashes': ['shared/src/domain'],
  zustand: client('session'),
  'intl-messageformat': [...client('text'), 'server/src/services/record', 'server/src/services/mail'],
  'react-aria-components': client('ui'),
  'shared/locales': [...client('text'), 'server/src/engine/locales'],
  '@tanstack/react-virtual': client('ui'),
}

/** The reasons of refusals use no validator. */
const reasons = 'shared/src/api/reasons.ts'

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Describes the imports in these files that break the arrows, in one sentence each. */
export function findBrokenArrows(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ path, imports }) => imports.flatMap(({ target, runtime }) => findBreach(path, target, runtime) ?? []))
}

function findBreach(path: string, target: string, runtime: boolean): string | null {
  const row = Object.keys(arrows)
    .filter((folder) => isWithin(path, folder))
    .sort((a, b) => b.length - a.length)[0]
  if (row === undefined) return `${path} is in a folder without a row in the table of arrows`
  if (!/^(shared|server|client)\/src\//.test(target)) return findForeignBreach(path, target)
  if (/^(server|client)\/src\/(app\.ts|serve\.ts|cli\.ts|main\.tsx)$/.test(target) && !/\/(serve\.ts|main\.tsx?)$/.test(path))
    return `${path} imports ${target}, which no other file may`
  if (isWithin(target, 'client/src/app') && path !== 'client/src/main.tsx' && !isWithin(path, 'client/src/app'))
    return `${path} imports app`
  if (
    path.startsWith('client/') &&
    runtime &&
    (target === 'shared/src/protocol/parse.ts' || isWithin(target, 'shared/src/api')) &&
    target !== reasons
  )
    return `${path} brings the validator into the client`
  const own = findOwnFolder(path)
  if (own !== null && isWithin(target, own)) return null
  const isClosed = Object.entries(closed).some(
    ([folder, refused]) => isWithin(path, folder) && refused.some((other) => isWithin(target, other)),
  )
  const allowed = !isClosed && (arrows[row]?.some((folder) => isWithin(target, folder)) ?? false)
  return allowed ? null : `${path} must not import ${target}`
}

/** Returns the folder of a feature or a surface. It may import its own files, and no other feature or surface. */
function findOwnFolder(path: string): string | null {
  return /^client\/src\/(features|surfaces)\/[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

function findForeignBreach(path: string, target: string): string | null {
  if (path.startsWith('shared/') && !/^(zod|immutable|@noble\/hashes\/.+)$/.test(target))
    return `${path} must not import ${target}: shared is pure`
  if (path.startsWith('client/') && target.startsWith('node:')) return `${path} must not import ${target}`
  const allowed = Object.entries(packageFolders).find(([name]) => isWithin(target, name))?.[1]
  return allowed === undefined || allowed.some((folder) => isWithin(path, folder)) ? null : `${path} must not import ${target}`
}
