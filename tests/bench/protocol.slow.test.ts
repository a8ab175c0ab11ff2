/** The bench's own screens, connected to the real server. A bench that no longer speaks the protocol would measure nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import { ViewDigest } from '@rostrum/server/engine/fanout/view-digest'
import { streamNames } from '@rostrum/shared/protocol/frame'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../support/certificate.ts'
import { freePort } from '../support/free-port.ts'
import { dropTransients } from '../support/transients.ts'
import { Crowd, sendAndWait, waitFor } from './client/crowd.ts'
import { traffic } from './client/raw-socket.ts'
import type { Screen } from './client/screen.ts'
import { openTracks, sendCaptions } from './measure/caption-lines.ts'
import { measureReturn } from './measure/coming-back.ts'
import { measureFanOut } from './measure/fan-out.ts'
import { Costs, commandKinds } from './measure/growth.ts'
import { measurePublishing } from './measure/publishing.ts'
import { measureStorm, supportQuestion } from './measure/storm.ts'
import { type Prepared, prepareFolder } from './servers/prepare.ts'
import { openStage, type Stage, startProduct } from './servers/stage.ts'

const count = 12
let prepared: Prepared
let stage: Stage | null = null
beforeAll(async () => {
  prepared = await prepareFolder({ screens: count, registered: 140, questions: 60, pending: 80, waiting: 3 })
})
afterEach(async () => {
  await stage?.close()
  stage = null
})
afterAll(() => prepared.delete())

/** Lists the streams of a screen whose content does not match their cursor. */
const listWrongStreams = (screen: Screen): readonly string[] =>
  streamNames.filter((name) => {
    const view = dropTransients(screen.views?.[name]?.view)
    return new ViewDigest(new TextHasher(prepared.cursorKey), view as never).cursor !== screen.cursors[name]
  })

test('[L68] a screen of the bench holds the server’s views: the first ones, after changes, and after a return', async () => {
  const port = await freePort()
  const folder = await prepared.copy()
  let server = await startProduct(folder, port)
  const crowd = new Crowd({ port }, [prepared.chair, ...prepared.tickets], { keepsViews: true })
  try {
    await crowd.connectAll()
    const [chair, first] = crowd.screens as [Screen, Screen]
    expect(Object.keys(first.views?.audience?.view['questions'] ?? {})).toHaveLength(60)
    expect(crowd.screens.flatMap(listWrongStreams)).toEqual([])
    // A view of this size is sent packed.
    expect(first.traffic.bytes).toBeLessThan(JSON.stringify(first.views?.audience?.view).length)

    const old = first.cursors
    const id = await sendAndWait(first, 'queue.join', { kind: 'intervention', topic: null })
    await sendAndWait(chair, 'floor.set-limit', { scope: { kind: 'everyone' }, limit: 90_000, expectedLimit: 180_000 })
    const isShown = (screen: Screen) => screen.limit === 90_000 && Object.hasOwn(screen.views?.audience?.view['entries'] ?? {}, id)
    await waitFor('the request and the limit at all screens', () => crowd.screens.every(isShown))
    expect(first.cursors).not.toEqual(old)
    expect(crowd.screens.flatMap(listWrongStreams)).toEqual([])

    let lost = 0
    crowd.handler = {
      onLost: () => {
        lost += 1
      },
    }
    await server.end('SIGKILL')
    await waitFor('all connections lost', () => lost === crowd.screens.length)
    server = await startProduct(folder, port)
    const before = crowd.screens.map(({ cursors }) => cursors)
    const bytes = traffic.bytes
    await crowd.connectAll()
    expect(crowd.screens.map(({ cursors }) => cursors)).toEqual(before)
    expect(crowd.screens.flatMap(listWrongStreams)).toEqual([])
    expect((traffic.bytes - bytes) / crowd.screens.length).toBeLessThan(1500)
    expect(crowd.gaps).toBe(0)
  } finally {
    crowd.close()
    await server.end('SIGKILL')
  }
})

test('[L68] a frame that is the same for many screens is decoded once', async () => {
  stage = await openStage('product', prepared)
  const [decoded, frames] = [stage.crowd.reader.decoded, stage.crowd.countFrames()]
  await measureFanOut(stage, { commands: 10, rate: null })
  expect(stage.crowd.countFrames() - frames).toBeGreaterThanOrEqual(10 * count)
  expect(stage.crowd.reader.decoded - decoded).toBeLessThan(2 * 10)
})

test.each([
  ['product', 'broadcast'],
  ['reference', 'broadcast'],
  ['reference', 'socket-io'],
] as const)('[L69] the same screens can measure the %s, with the reference %s', async (contender, reference) => {
  stage = await openStage(contender, prepared, { reference, isKilled: true })
  const fanOut = await measureFanOut(stage, { commands: 10, rate: 50 })
  const publishing = await measurePublishing(stage, prepared.pending)
  const storm = await measureStorm(stage, { seconds: 0.2, act: supportQuestion(prepared.questions[0] ?? ''), chairRate: 10 })
  await stage.crowd.becomeQuiet()
  const back = await measureReturn(stage, 'soon')
  for (const figures of [fanOut, publishing, storm, back])
    for (const [name, figure] of Object.entries(figures))
      expect(figure, name).toBeGreaterThan(name === 'chair' || name === 'converged' ? -1 : 0)
  expect(stage.crowd.gaps).toBe(0)
  expect(stage.crowd.faults).toEqual(new Map())
})

test('[L69] a slow disk delays a command until it has been flushed', async () => {
  stage = await openStage('product', prepared, { hasSlowDisk: true })
  const { p50 } = await measureFanOut(stage, { commands: 10, rate: null })
  expect(p50).toBeGreaterThan(20)
})

test('[L69] the same screens can measure the product when Node serves TLS itself', async () => {
  const [files, port] = [await mkdtemp(join(tmpdir(), 'rostrum-tls-')), await freePort()]
  const server = await startProduct(await prepared.copy(), port, { tls: makeCertificate(files) })
  const crowd = new Crowd({ port, isTls: true }, [prepared.chair, ...prepared.tickets])
  try {
    await crowd.connectAll()
    const [chair] = crowd.screens as [Screen]
    const { p99 } = await measureFanOut({ crowd, chair, server: () => server }, { commands: 10, rate: null })
    expect(p99).toBeGreaterThan(0)
    expect((await fetch(`http://127.0.0.1:${port}/health`).catch((error: Error) => error)).toString()).toContain('fetch failed')
    expect(crowd.faults).toEqual(new Map())
  } finally {
    crowd.close()
    await server.end('SIGKILL')
    await rm(files, { recursive: true })
  }
})

test('[L69] each kind of command costs something', async () => {
  stage = await openStage('product', prepared)
  const costs = new Costs(stage, prepared.questions)
  for (const commands of [4, 8]) {
    const figures = await costs.measure({ commands, rate: 40 })
    expect(commandKinds.filter((kind) => !(figures[kind] > 0))).toEqual([])
  }
})

test('[L69] readers of captions are shown the lines of their language, each decoded once', async () => {
  stage = await openStage('product', prepared)
  const tracks = await openTracks(stage, prepared.chair, { en: 0.5, fr: 0.5 })
  const { decoded } = stage.crowd.reader
  const sending = sendCaptions(tracks, 10)
  await measureFanOut(stage, { commands: 10, rate: 10, handler: { onCaptioned: sending.onCaptioned } })
  const { p50, p99, answers, bytes } = await sending.stop()
  for (const figure of [p50, p99, answers, bytes]) expect(figure).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(400)
  expect(stage.crowd.reader.decoded - decoded).toBeLessThan(60)
  expect(stage.crowd.faults).toEqual(new Map())
})
