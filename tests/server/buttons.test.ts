/** Sends docs/buttons.md to a real server, and checks what a button never does. The Python example follows the session in the meantime. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pressButton } from '@rostrum/server/doors/application/buttons'
import { buttonNames } from '@rostrum/shared/contract/buttons'
import type { StepId } from '@rostrum/shared/contract/ids'
import { decide } from '@rostrum/shared/domain/decider'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { afterNoon, createState } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, toCommandId, toEntryId, toTurnId } from '../support/given.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { TestClient } from '../support/test-client.ts'

const readDocs = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8')
const page = readDocs('buttons.md')

let server: InProcessServer
let base: string
let token: string
let room: TestClient
beforeAll(async () => {
  server = await startInProcessServer()
  const url = `http://127.0.0.1:${server.app.getPort()}`
  base = `${url}/api/sessions/${server.session.id}`
  const wanted = /-d '(\{.*\})'/.exec(page)?.[1]
  const headers = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}`, 'content-type': 'application/json' }
  token = ((await (await fetch(`${base}/tokens`, { method: 'POST', headers, body: wanted ?? '' })).json()) as { secret: string }).secret
  room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
})
afterAll(async () => {
  room.close()
  await server.close()
})

const press = async (button: string, body?: string) => {
  const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const answer = await fetch(`${base}/buttons/${button}`, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
  return (await answer.json()) as { readonly ok?: true; readonly did?: string; readonly reason?: string }
}
const untilRested = async (button: string) => {
  await expect.poll(async () => (await press(button, '{}')).reason ?? 'done', { timeout: 10_000, interval: 200 }).not.toBe('conflict')
}

test('[X6] the page names every button and no other', () => {
  const named = [...page.matchAll(/^\| (`[a-z-]+`(?: · `[a-z-]+`)*) \|/gm)].flatMap(([, cell]) => [
    ...(cell ?? '').matchAll(/`([a-z-]+)`/g),
  ])
  expect(named.map(([, name]) => name).sort()).toEqual([...buttonNames].sort())
})

test('[X6] the floor is run with the buttons alone, and a program in Python sees who speaks', { timeout: 90_000 }, async () => {
  const program = fileURLToPath(new URL('../../docs/examples/follow.py', import.meta.url))
  const follower = spawn('python3', [program, new URL(base).origin, server.session.id, token])
  let printed = ''
  follower.stdout.on('data', (piece: Buffer) => {
    printed += piece
  })
  // A chunk may end anywhere.
  const listLines = () => printed.split('\n').filter((line) => line !== '')
  const isOver = new Promise((resolve) => follower.once('close', resolve))
  try {
    expect(await press('call-next')).toEqual({ reason: 'no-such-entry' })
    await expect.poll(listLines, { timeout: 20_000 }).toEqual(['The floor is free'])
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const open = JSON.stringify({ id: 'a'.repeat(22), type: 'session.open', data: { onAnyDay: true } })
    expect((await fetch(`${base}/commands`, { method: 'POST', headers, body: open })).status).toBe(200)
    expect(await press('open-list')).toEqual({ ok: true, did: 'queue.open' })
    expect(await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    const { entity } = room.getPart<{ entity: string }>('me')
    // From here on, less than two seconds pass, however long the answers take.
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    expect(await press('call-next', '{}')).toEqual({ ok: true, did: 'floor.call' })
    expect(await press('call-next')).toEqual({ reason: 'conflict' })
    await expect.poll(() => listLines().at(-1), { timeout: 20_000 }).toBe(`${entity} is called`)
    expect(await press('start-clock')).toEqual({ ok: true, did: 'floor.start' })
    expect(await press('pause')).toEqual({ ok: true, did: 'floor.pause' })
    expect(await press('resume')).toEqual({ ok: true, did: 'floor.resume' })
    expect(await press('add-time')).toEqual({ ok: true, did: 'floor.extend' })
    expect(await press('end')).toEqual({ reason: 'conflict' })
    clock.mockRestore()
    await expect.poll(() => listLines().at(-1), { timeout: 20_000 }).toBe(`${entity} has the floor`)
    await untilRested('end')
    expect(server.session.state.floor.current).toBeNull()
    expect(await press('last-call')).toEqual({ ok: true, did: 'queue.last-call' })
    expect(await press('close-list')).toEqual({ ok: true, did: 'queue.close' })
    await untilRested('next-item')
    expect(server.session.state.agenda.current).not.toBeNull()
    await expect
      .poll(listLines, { timeout: 20_000 })
      .toEqual(['The floor is free', `${entity} is called`, `${entity} has the floor`, 'The floor is free'])
    expect((await fetch(`${base}/buttons/nothing`, { method: 'POST', headers, body: '{}' })).status).toBe(400)
  } finally {
    follower.kill()
    await isOver
  }
})

describe('a button', () => {
  const state = replay([...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')], createState())
  const speaking = [
    ...queueOpen,
    join('gov-1'),
    join('civil-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
  ]
  const later = afterNoon(3_600)

  test('[X6] does not pass over a speaker who was called and has not started', () => {
    expect(pressButton('call-next', state, later)).toBe('not-started')
  })

  test('[X6] sends a command that the session accepts, or explains why there is none, whatever the state', () => {
    for (const from of [createState(), replay(queueOpen, createState()), state])
      for (const name of buttonNames) {
        const command = pressButton(name, from, later)
        if (typeof command === 'string') continue
        const decision = decide(from, command, { actor: { person: 'chair' as never }, at: later, id: toCommandId('pressed') })
        if (!decision.ok)
          expect([
            'session-not-open',
            'not-running',
            'not-started',
            'already-started',
            'conflict',
            'list-closed',
            'wrong-status',
          ]).toContain(decision.reason)
      }
  })

  test('[X6] recognizes the first point of order, and calls nobody over it', () => {
    const raised = replay([...speaking, raisePoint('gov-2'), raisePoint('agency-1')], createState())
    expect(pressButton('call-next', raised, later)).toBe('point-of-order-first')
    expect(pressButton('point-of-order', raised, later)).toMatchObject({
      type: 'floor.recognize',
      data: { entry: toEntryId('gov-2-point') },
    })
    expect(pressButton('point-of-order', state, later)).toBe('no-such-entry')
    const putOff = command('chair', 'floor.intend', {
      turn: toTurnId('turn-gov-1'),
      act: { kind: 'recognize', entry: toEntryId('gov-2-point') },
    })
    const later1 = replay([...speaking, raisePoint('gov-2'), putOff], createState())
    expect([pressButton('point-of-order', later1, later), pressButton('call-next', later1, later)]).toEqual([
      'no-such-entry',
      expect.objectContaining({ type: 'floor.call' }),
    ])
  })

  test('[X6] goes on when a speaker is absent, and two presses of undo undo one step', () => {
    expect(pressButton('absent', state, later)).toMatchObject({ type: 'floor.mark-absent' })
    const step = state.steps.taken.at(-1)?.id as StepId
    expect(pressButton('undo', state, later)).toEqual({ type: 'steps.undo', data: { step } })
    const undone = replay([command('chair', 'steps.undo', { step })], state)
    const at = undone.steps.undone?.at ?? 0
    expect([at + 1_999, at + 2_000].map((now) => pressButton('undo', undone, now))).toEqual([
      'conflict',
      expect.objectContaining({ type: 'steps.undo' }),
    ])
    expect(pressButton('undo', createState(), later)).toBe('wrong-status')
  })

  test('[X6] does nothing within two seconds of a change of the floor', () => {
    const { calledAt } = state.floor.current ?? { calledAt: 0 }
    expect(pressButton('end', state, calledAt + 1_999)).toBe('conflict')
    expect(pressButton('end', state, calledAt + 2_000)).toMatchObject({ type: 'floor.end' })
    expect(pressButton('start-clock', state, calledAt)).toMatchObject({ type: 'floor.start' })
  })
})
