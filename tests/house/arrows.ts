/** Which folder may import which: the arrows of ARCHITECTURE, and no others. The longest matching row counts. */
import type { Source } from './sources.ts'

const pure = ['shared/src/kernel', 'shared/src/contract', 'shared/src/projection', 'shared/src/protocol']
const all = [...pure, 'shared/src/domain']
const seen = [...pure, 'shared/src/domain/permissions.ts']

const arrows: Readonly<Record<string, readonly string[]>> = {
  'shared/src/kernel': ['shared/src/kernel'],
  'shared/src/contract': ['shared/src/kernel', 'shared/src/contract'],
  'shared/src/domain': ['shared/src/kernel', 'shared/src/contract', 'shared/src/domain'],
  'shared/src/projection': ['shared/src/kernel', 'shared/src/contract', 'shared/src/projection'],
  'shared/src/protocol': pure,

  'server/src/log': [...all, 'server/src/log'],
  'server/src/store': [...all, 'server/src/store', 'server/src/log'],
  'server/src/roster': [...all, 'server/src/roster', 'server/src/store'],
  'server/src/access': [...all, 'server/src/access', 'server/src/store', 'server/src/roster'],
  // A session from a template: read once, founded by commands.
  'server/src/template': [...all, 'server/src/template', 'server/src/session'],
  'server/src/session': [...all, 'server/src/session', 'server/src/log', 'server/src/store', 'server/src/roster'],
  'server/src/record': [...all, 'server/src/record', 'server/src/session', 'server/src/roster'],
  'server/src/wire': [...all, 'server/src/wire', 'server/src/session', 'server/src/access'],
  'server/src/http': [
    ...pure,
    'server/src/http',
    'server/src/session',
    'server/src/access',
    'server/src/roster',
    'server/src/record',
    'server/src/template',
    'server/src/rehearsal',
    'server/src/config.ts',
  ],
  'server/src/rehearsal': [...pure, 'server/src/rehearsal', 'server/src/session', 'server/src/access', 'server/src/store'],
  'server/src/cli': [
    ...all,
    'server/src/cli',
    'server/src/config.ts',
    'server/src/log',
    'server/src/store',
    'server/src/access',
    'server/src/roster',
    'server/src/session',
    'server/src/record',
    'server/src/template',
  ],
  'server/src/config.ts': all,
  'server/src/app.ts': [...all, 'server/src'],
  'server/src/main.ts': [...all, 'server/src'],

  'client/src/ui': ['shared/src/kernel', 'client/src/ui'],
  'client/src/text': [...seen, 'client/src/text'],
  'client/src/session': [...seen, 'client/src/session'],
  'client/src/features': [...seen, 'client/src/session', 'client/src/ui', 'client/src/text'],
  // What the screens of those who drive have in common.
  'client/src/views': [...seen, 'client/src/views/drive', 'client/src/features', 'client/src/session', 'client/src/ui', 'client/src/text'],
  'client/src/app': [...seen, 'client/src'],
  'client/src/main.tsx': ['client/src/app'],
}

/** Packages that belong to few rooms; others may be used wherever a package.json names them. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared/src/contract', 'shared/src/protocol', 'server/src'],
  immutable: ['shared/src', 'server/src', 'client/src'],
  lmdb: ['server/src/log', 'server/src/store'],
  redis: ['server/src/log', 'server/src/store'],
  'prom-client': ['server/src/http'],
  'socket.io': ['server/src/wire', 'server/src/app.ts'],
  'socket.io-client': ['client/src/session', 'server/src/rehearsal'],
  '@noble/hashes': ['shared/src/domain'],
  zustand: ['client/src/session'],
  'intl-messageformat': ['client/src/text'],
  'react-aria-components': ['client/src/ui'],
}

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** What breaks the arrows in these files, a sentence each. */
export function brokenArrows(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ path, imports }) => imports.flatMap(({ target, runtime }) => complaint(path, target, runtime) ?? []))
}

function complaint(path: string, target: string, runtime: boolean): string | null {
  const row = Object.keys(arrows)
    .filter((folder) => within(path, folder))
    .sort((a, b) => b.length - a.length)[0]
  if (row === undefined) return `${path} is in a folder without a row in the table of arrows`
  if (!/^(shared|server|client)\/src\//.test(target)) return foreign(path, target)
  if (/^(server|client)\/src\/(app\.ts|main\.tsx?)$/.test(target) && !/\/main\.tsx?$/.test(path))
    return `${path} imports ${target}, which nobody may`
  if (within(target, 'client/src/app') && path !== 'client/src/main.tsx' && !within(path, 'client/src/app')) return `${path} imports app`
  if (path.startsWith('client/') && runtime && target === 'shared/src/protocol/parse.ts')
    return `${path} brings the validator into the client`
  if (ownFolder(path) !== null && within(target, ownFolder(path) ?? '')) return null
  const allowed = arrows[row]?.some((folder) => within(target, folder)) ?? false
  return allowed ? null : `${path} must not import ${target}`
}

/** A feature and a view are rooms of their own: each may import itself, not its neighbours. */
function ownFolder(path: string): string | null {
  return /^client\/src\/(features|views)\/[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

function foreign(path: string, target: string): string | null {
  if (path.startsWith('shared/') && !/^(zod|immutable|@noble\/hashes\/.+)$/.test(target))
    return `${path} must not import ${target}: shared is pure`
  if (path.startsWith('client/') && target.startsWith('node:')) return `${path} must not import ${target}`
  const allowed = Object.entries(rooms).find(([name]) => within(target, name))?.[1]
  return allowed === undefined || allowed.some((folder) => within(path, folder)) ? null : `${path} must not import ${target}`
}
