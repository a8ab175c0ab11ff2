/** Which folder may import which. ARCHITECTURE describes these arrows; this table defines them. The longest matching row counts. */
import type { Source } from './sources.ts'

const contracts = ['shared/src/kernel', 'shared/src/contract']
const pure = [...contracts, 'shared/src/projection', 'shared/src/protocol']
const engine = [...pure, 'shared/src/domain']
/** A screen uses only the permissions of the domain, to show or hide a button. */
const visible = [...pure, 'shared/src/domain/permissions.ts']

/** The parts of the domain that every feature may import. */
const domainBase = ['phase-guards', 'actor', 'permissions'].map((name) => `shared/src/domain/${name}.ts`)
const domainFeature = (name: string, ...others: readonly string[]): readonly string[] => [
  ...contracts,
  ...domainBase,
  ...[name, ...others].map((each) => `shared/src/domain/${each}`),
]
const server = (...folders: readonly string[]): readonly string[] => folders.map((name) => `server/src/${name}`)
const client = (...folders: readonly string[]): readonly string[] => folders.map((name) => `client/src/${name}`)

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
  'shared/src/domain/questions': domainFeature('questions', 'queue'),
  'shared/src/domain/captions': domainFeature('captions'),
  'shared/src/domain/cues': domainFeature('cues'),
  'shared/src/domain/notes': domainFeature('notes'),
  'shared/src/domain/statements': domainFeature('statements', 'queue'),
  'shared/src/domain/sense': domainFeature('sense'),
  'shared/src/projection': [...contracts, 'shared/src/projection'],
  'shared/src/protocol': pure,

  'server/src/telemetry': [...pure, ...server('telemetry')],
  'server/src/log': [...engine, ...server('log', 'telemetry')],
  'server/src/store': [...engine, ...server('store', 'log', 'telemetry')],
  'server/src/roster': [...engine, ...server('roster', 'store')],
  'server/src/mail': [...engine, ...server('mail', 'store', 'roster', 'telemetry')],
  'server/src/access': [...engine, ...server('access', 'store', 'roster')],
  'server/src/template': [...engine, ...server('template')],
  'server/src/session': [...engine, ...server('session', 'log', 'store', 'roster', 'telemetry')],
  'server/src/presence': [...pure, ...server('presence', 'session', 'store', 'roster', 'telemetry')],
  'server/src/captions': [...engine, ...server('captions', 'access', 'presence/node-heartbeat.ts', 'session', 'store', 'telemetry')],
  'server/src/booth': [...pure, ...server('booth', 'presence', 'session', 'store', 'telemetry')],
  'server/src/fanout': [...pure, ...server('fanout', 'presence', 'session', 'telemetry')],
  'server/src/sense': [...engine, ...server('sense', 'fanout', 'presence', 'session', 'store', 'telemetry')],
  'server/src/record': [...engine, ...server('record', 'captions/caption-line.ts', 'captions/stored-lines.ts', 'session', 'roster')],
  'server/src/wire': [...pure, ...server('wire', 'fanout', 'presence', 'session', 'access', 'telemetry')],
  'server/src/rehearsal': [...pure, ...server('rehearsal', 'session', 'access', 'store', 'telemetry')],
  'server/src/webhooks': [...engine, ...server('webhooks', 'session', 'access', 'log', 'store', 'telemetry')],
  'server/src/application': [
    ...engine,
    ...server(
      'application',
      'booth',
      'captions',
      'http/http-error.ts',
      'rehearsal',
      'record',
      'template',
      'access',
      'presence',
      'sense',
      'session',
      'mail',
      'roster',
      'store',
      'telemetry',
      'webhooks',
    ),
  ],
  'server/src/http': [
    ...pure,
    ...server(
      'http',
      'booth',
      'captions',
      'wire',
      'fanout',
      'application',
      'rehearsal',
      'record',
      'template',
      'access',
      'presence',
      'session',
      'mail',
      'roster',
      'telemetry',
      'webhooks',
      'config.ts',
      'log/log-errors.ts',
    ),
  ],
  'server/src/cli': [
    ...engine,
    ...server(
      'cli',
      'application',
      'captions/stored-lines.ts',
      'record',
      'template',
      'access',
      'session',
      'roster',
      'store',
      'log',
      'telemetry',
      'config.ts',
    ),
  ],
  'server/src/config.ts': [...engine, ...server('webhooks/allowed-addresses.ts')],
  'server/src/app.ts': [...engine, 'server/src'],
  'server/src/serve.ts': [...engine, 'server/src'],
  'server/src/bundle.ts': [],
  'server/src/main.ts': server('bundle.ts'),

  'client/src/ui': ['shared/src/kernel', ...client('ui')],
  'client/src/text': [...visible, ...client('text')],
  'client/src/session': [...visible, ...client('session')],
  'client/src/widgets': [...visible, ...client('widgets', 'session', 'ui', 'text')],
  'client/src/features': [...visible, ...client('widgets', 'session', 'ui', 'text')],
  // surfaces/staff is shared by the pages of the staff, surfaces/frame by all pages.
  'client/src/surfaces': [...visible, ...client('surfaces/staff', 'surfaces/frame', 'features', 'widgets', 'session', 'ui', 'text')],
  'client/src/app': [...visible, 'client/src'],
  'client/src/main.tsx': client('app'),
}

/** Packages that only these folders may import. All other packages may be imported where a package.json names them. */
const packageFolders: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared/src/contract', 'shared/src/protocol', 'server/src'],
  immutable: ['shared/src', 'server/src', 'client/src'],
  lmdb: server('log', 'store'),
  redis: server('log', 'store'),
  nodemailer: server('mail'),
  standardwebhooks: server('webhooks'),
  'ipaddr.js': server('webhooks'),
  chardet: server('roster'),
  'read-excel-file': server('roster'),
  'prom-client': server('http'),
  'socket.io': server('wire', 'app.ts'),
  'socket.io-client': ['client/src/session', 'server/src/rehearsal'],
  '@noble/hashes': ['shared/src/domain'],
  zustand: client('session'),
  'intl-messageformat': [...client('text'), ...server('record')],
  'react-aria-components': client('ui'),
  '@tanstack/react-virtual': client('ui'),
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** The imports in these files that break the arrows, one sentence for each. */
export function findBrokenArrows(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ path, imports }) => imports.flatMap(({ target, runtime }) => findBreach(path, target, runtime) ?? []))
}

function findBreach(path: string, target: string, runtime: boolean): string | null {
  const row = Object.keys(arrows)
    .filter((folder) => isWithin(path, folder))
    .sort((a, b) => b.length - a.length)[0]
  if (row === undefined) return `${path} is in a folder without a row in the table of arrows`
  if (!/^(shared|server|client)\/src\//.test(target)) return findForeignBreach(path, target)
  if (/^(server|client)\/src\/(app\.ts|serve\.ts|main\.tsx)$/.test(target) && !/\/(serve\.ts|main\.tsx?)$/.test(path))
    return `${path} imports ${target}, which no other file may`
  if (isWithin(target, 'client/src/app') && path !== 'client/src/main.tsx' && !isWithin(path, 'client/src/app'))
    return `${path} imports app`
  if (path.startsWith('client/') && runtime && target === 'shared/src/protocol/parse.ts')
    return `${path} brings the validator into the client`
  const own = findOwnFolder(path)
  if (own !== null && isWithin(target, own)) return null
  const allowed = arrows[row]?.some((folder) => isWithin(target, folder)) ?? false
  return allowed ? null : `${path} must not import ${target}`
}

/** A feature or a surface may import its own files, and no other feature or surface. */
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
