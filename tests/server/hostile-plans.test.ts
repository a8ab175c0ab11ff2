/** Plan files that are designed to keep the server busy. */
import { readPlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { formatPlan } from '@rostrum/server/services/template/write-plan'
import type { GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { measureLongestPause } from '../support/longest-pause.ts'

let server: InProcessServer
beforeAll(async () => {
  server = await startInProcessServer()
})
afterAll(() => server.close())

const numbered = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join('\n')
/** Each is just below a limit of length or content. */
const hostileFiles = {
  'brackets that open': ['['.repeat(260_000), 'nested too deep, line 1'],
  'brackets that close again': ['['.repeat(130_000) + ']'.repeat(130_000), 'nested too deep, line 1'],
  'maps in maps': ['{a: '.repeat(60_000), 'nested too deep, line 1'],
  'lists in lists': ['- '.repeat(130_000), 'nested too deep, line 1'],
  'keys in keys': ['? '.repeat(130_000), 'nested too deep, line 1'],
  'maps by indentation': [numbered(700, (n) => `${' '.repeat(n)}a:`), 'nested too deep, line 66'],
  'a long list': [`a: [${'1,'.repeat(130_000)}]`, 'too many parts, line 1'],
  'many keys': [numbered(20_000, (n) => `key${n}: 1`), 'too many parts'],
  'as many keys as may be': [numbered(11_000, (n) => `key${n}: 1`), 'unknown key "key10999"'],
  'one key many times': [numbered(11_000, () => 'key: 1'), 'the key "key" appears twice, line 11000'],
  'many faults': [numbered(7_000, () => 'a: b: c'), 'nested too deep, line 51'],
  'some faults': [numbered(50, () => 'a: b: c'), 'at line 50, column 4'],
  'many empty lines': ['\n'.repeat(260_000), 'too many parts'],
  comments: ['# x\n'.repeat(65_000), 'too many parts'],
  anchors: ['&a '.repeat(80_000), 'anchors are not allowed, line 1'],
  'an alias': ['about: x\nhost: *a', 'aliases are not allowed, line 2'],
  tags: ['!t '.repeat(80_000), 'tags are not allowed, line 1'],
  'one long text': [`title: "${'x'.repeat(260_000)}"`, 'title: is too long'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

/** Milliseconds. */
const isShort = (pause: number): boolean => pause <= 500

test('[S66] a hostile plan file is refused with an explanation, and does not delay anybody', { timeout: 120_000 }, async () => {
  const authorization = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const pauses: Record<string, number> = {}
  for (const [name, [file, fault]] of Object.entries(hostileFiles)) {
    expect(file.length).toBeLessThan(256 * 1024)
    const tries: number[] = []
    // A pause of the server is there each time. One of a busy machine is not.
    while (tries.length < 3 && !tries.some(isShort)) {
      const [pause, answer] = await measureLongestPause(() => server.post('/api/sessions', { file }, authorization))
      expect([name, answer.status, await answer.text()]).toEqual([name, 422, expect.stringContaining(JSON.stringify(fault).slice(1, -1))])
      tries.push(pause)
    }
    pauses[name] = Math.min(...tries)
  }
  process.stdout.write(`longest pauses in ms: ${JSON.stringify(pauses)}\n`)
  for (const [name, pause] of Object.entries(pauses)) expect([name, isShort(pause) ? 'short' : pause]).toEqual([name, 'short'])
})

test('[L112] the content of a plan file is not written to the log, whatever is wrong with it', async () => {
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.on('warning', note)
  const authorization = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const files = [
    '? {quetzal: 1}\n: 2',
    '? [quetzal]\n: 2',
    '{quetzal: 1}: 2',
    '%quetzal\n---\na: 1',
    'a: !quetzal 1',
    'a: "quetzal',
    'quetzal: 1',
  ]
  const answers = await Promise.all(files.map((file) => server.post('/api/sessions', { file }, authorization)))
  expect(answers.map(({ status }) => status)).toEqual(files.map(() => 422))
  expect(await answers[0]?.json()).toEqual({ reason: 'plan-refused', faults: ['a key must be plain text, line 1'] })
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  expect([...warnings.map(String), ...server.logLines].join('\n')).not.toContain('quetzal')
})

test('[S66] the largest plan that the schema allows is read', () => {
  const plan = loadTemplate('speakers')
  const group = plan.groups[0]?.id as GroupId
  const segment = { ...plan.segments[0], kind: 'topic', title: 'A: title', question: 'Why?', endsBy: null, opensList: true } as const
  const speakers = Array.from({ length: 40 }, (_, n) => ({ entity: `Entity: ${n}`, group, limit: 60_000 as never }))
  const segments = Array.from({ length: 60 }, (_, n) => ({
    ...segment,
    id: `part-${n}` as SegmentId,
    startsAt: plan.startsAt,
    length: 60_000 as never,
    speakers,
  }))
  const read = readPlan(formatPlan({ ...plan, segments }))
  expect(read.segments.flatMap((one) => one.speakers)).toHaveLength(2_400)
})
