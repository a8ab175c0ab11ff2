import { expect, test } from 'vitest'
import { findBrokenArrows } from './arrows.ts'
import { findCircles } from './circles.ts'
import { describeSource, findLoadedFrom, readSources } from './sources.ts'

const all = readSources()

test('every import follows the arrows of ARCHITECTURE', () => {
  expect(all.length).toBeGreaterThan(20)
  expect(findBrokenArrows(all)).toEqual([])
})

test('no file imports itself through others', () => {
  expect(findCircles(all)).toEqual([])
  const circle = [
    describeSource('client/src/ui/a.ts', "import './b.ts'"),
    describeSource('client/src/ui/b.ts', "import type { A } from './a.ts'"),
  ]
  expect(findCircles(circle)).toEqual(['client/src/ui/a.ts → client/src/ui/b.ts'])
})

test('nothing that the client loads imports the validator', () => {
  const loaded = findLoadedFrom(
    all.filter(({ path }) => path.startsWith('client/')),
    all,
  )
  expect(
    [...loaded].filter(([target]) => target === 'zod' || target === 'shared/src/protocol/parse.ts').map(([, way]) => way.join(' → ')),
  ).toEqual([])
})

test('no file re-exports what another file exports', () => {
  expect(all.filter(({ reexports }) => reexports).map(({ path }) => path)).toEqual([])
})

// The check must also find violations.
test.each([
  ['shared/src/kernel/a.ts', "import '../contract/queue.ts'"],
  ['shared/src/contract/a.ts', "import type { x } from '../domain/queue.ts'"],
  ['shared/src/projection/a.ts', "import type { x } from '../domain/queue.ts'"],
  ['shared/src/protocol/a.ts', "export { x } from '../domain/queue.ts'"],
  ['shared/src/domain/a.ts', "import { randomUUID } from 'node:crypto'"],
  ['server/src/engine/log/a.ts', "import '../session/session.ts'"],
  ['server/src/engine/wire/a.ts', "import '../../people/access/ticket-issuer.ts'"],
  ['server/src/people/roster/a.ts', "import '../../services/mail/outbox.ts'"],
  ['server/src/services/captions/a.ts', "import '../record/build-record.ts'"],
  ['server/src/services/booth/a.ts', "import '../../doors/http/http-error.ts'"],
  ['server/src/engine/session/a.ts', "import '../wire/gateway.ts'"],
  ['server/src/engine/wire/a.ts', "import '../log/log.ts'"],
  ['server/src/doors/http/a.ts', "import '../../engine/log/log.ts'"],
  ['server/src/doors/http/a.ts', "import '@rostrum/shared/domain/decider'"],
  ['server/src/engine/session/a.ts', "import { open } from 'lmdb'"],
  ['server/src/engine/wire/a.ts', "import '../app.ts'"],
  ['server/src/stray/a.ts', "import '../log/log.ts'"],
  ['client/src/session/a.ts', "import '@rostrum/shared/domain/queue'"],
  ['client/src/session/a.ts', "import { parse } from '@rostrum/shared/protocol/parse'"],
  ['client/src/session/a.ts', "import { operations } from '@rostrum/shared/api/operations'"],
  ['client/src/session/a.ts', "import { z } from 'zod'"],
  ['client/src/ui/a.tsx', "import '../session/store.ts'"],
  ['client/src/ui/a.tsx', "import type { x } from '../text/text.ts'"],
  ['client/src/features/queue/a.tsx', "import '../floor/floor.tsx'"],
  ['client/src/features/queue/a.tsx', "const x = () => import('../../surfaces/chair/chair.tsx')"],
  ['client/src/surfaces/chair/a.tsx', "import '../room/room.tsx'"],
  ['client/src/surfaces/chair/a.tsx', "import '../../app/app.tsx'"],
])('%s must not: %s', (path, text) => {
  expect(findBrokenArrows([describeSource(path, text)])).toHaveLength(1)
})

test.each([
  ['client/src/features/queue/a.tsx', "import './b.tsx'"],
  ['client/src/features/queue/a.tsx', "import { may } from '@rostrum/shared/domain/permissions'"],
  ['client/src/surfaces/chair/a.tsx', "import '../../features/queue/queue.tsx'"],
  ['server/src/engine/wire/a.ts', "import '../session/session.ts'"],
  ['client/src/session/a.ts', "import { isPassing } from '@rostrum/shared/api/reasons'"],
  ['server/src/serve.ts', "import './app.ts'"],
])('%s may: %s', (path, text) => {
  expect(findBrokenArrows([describeSource(path, text)])).toEqual([])
})
