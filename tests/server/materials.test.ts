/** The bill of materials that the build writes: complete by the lock file, and in the form that scanners read. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Needs = Readonly<Record<string, string | { readonly version: string }>>
type Locked = { readonly dependencies?: Needs; readonly optionalDependencies?: Needs }
type Lock = { readonly importers: Readonly<Record<string, Locked>>; readonly snapshots: Readonly<Record<string, Locked>> }
type Component = { readonly name: string; readonly group?: string; readonly version: string; readonly licenses?: readonly unknown[] }
type Materials = {
  readonly components: readonly (Component & { readonly 'bom-ref': string })[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/** The requirements of CycloneDX 1.6 for the parts that are used. */
const requiredFields = {
  type: 'object',
  required: ['bomFormat', 'specVersion', 'serialNumber', 'version', 'metadata', 'components', 'dependencies'],
  properties: {
    bomFormat: { const: 'CycloneDX' },
    specVersion: { const: '1.6' },
    serialNumber: { type: 'string', pattern: '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
    version: { type: 'integer', minimum: 1 },
    metadata: { type: 'object', required: ['timestamp', 'component'], properties: { component: { $ref: '#/$defs/component' } } },
    components: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/component' } },
    dependencies: { type: 'array', items: { type: 'object', required: ['ref'] } },
  },
  $defs: {
    license: {
      type: 'object',
      oneOf: [
        { type: 'object', required: ['id'] },
        { type: 'object', required: ['name'] },
      ],
    },
    component: {
      type: 'object',
      required: ['type', 'name', 'version', 'bom-ref', 'purl'],
      properties: {
        type: { enum: ['application', 'library'] },
        purl: { type: 'string', pattern: '^pkg:npm/' },
        licenses: {
          type: 'array',
          items: {
            oneOf: [
              { type: 'object', required: ['expression'] },
              { type: 'object', required: ['license'], properties: { license: { $ref: '#/$defs/license' } } },
            ],
          },
        },
      },
    },
  },
}

/** Lists `name@version` of everything that server and client need to run, by the lock file. Packages for other systems are left out. */
function listLocked({ importers, snapshots }: Lock): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (needs: Needs = {}): void => {
    for (const [name, need] of Object.entries(needs)) {
      const version = typeof need === 'string' ? need : need.version
      if (version.startsWith('link:')) continue
      const key = snapshots[`${name}@${version}`] ? `${name}@${version}` : version
      const id = key.replace(/\(.*/, '')
      if (found.has(id)) continue
      found.add(id)
      add(snapshots[key]?.dependencies)
      add(snapshots[key]?.optionalDependencies)
    }
  }
  for (const part of ['server', 'client', 'shared']) add(importers[part]?.dependencies)
  return found
}

/** True for types of React. Packages name them as peers, and they contain no code. */
const isTypes = (id: string): boolean => /^(@types\/react|csstype)@/.test(id)

const isForOtherSystem = (id: string): boolean =>
  /-(linux|darwin|win32|freebsd|android)/.test(id) && !id.includes(`-${process.platform}-${process.arch}`)

let materials: Materials
beforeAll(() => {
  expect(spawnSync(process.execPath, ['run.mjs', 'build'], { cwd: root, stdio: 'ignore' }).status).toBe(0)
  materials = JSON.parse(readFileSync(`${root}server/dist/materials.cdx.json`, 'utf8')) as Materials
}, 120_000)

test('[S70] the bill of materials has everything that its format requires', () => {
  const ajv = new Ajv({ allErrors: true })
  expect([ajv.validate(requiredFields, materials), ajv.errors]).toEqual([true, null])
  const known = new Set([...materials.components.map((one) => one['bom-ref']), 'pkg:npm/rostrum@0.1.0'])
  expect(materials.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref))).toEqual([])
})

test('[S70] it lists every package that server and client need to run, with version and licence, and nothing else', () => {
  const listed = new Set(
    materials.components
      .map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`)
      .filter((id) => !id.startsWith('@rostrum/')),
  )
  const locked = [...listLocked(parse(readFileSync(`${root}pnpm-lock.yaml`, 'utf8')) as Lock)].filter(
    (id) => !isForOtherSystem(id) && !isTypes(id),
  )
  expect(locked.length).toBeGreaterThan(100)
  expect(locked.filter((id) => !listed.has(id))).toEqual([])
  expect([...listed].filter((id) => !locked.includes(id))).toEqual([])
  // Its package names the licence (MIT) in a form that is no longer read.
  const unread = ['xmlhttprequest-ssl']
  expect(materials.components.filter(({ name, licenses = [] }) => licenses.length === 0 && !unread.includes(name))).toEqual([])
})
