/** A whole session of one speaker, run by a program that knows the document and nothing else. */
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'openapi-fetch'
import type { paths } from './document.d.ts'
import { connect, Participant, take } from './participant.ts'

export async function runSession(baseUrl: string, secret: string) {
  const organizer = connect(baseUrl, secret)
  const links = await createSession(organizer)
  const chair = await Participant.enter('staff', baseUrl, links.chair)
  const speaker = await Participant.enter('public', baseUrl, links.speaker)
  const following = [chair.follow(), speaker.follow()]
  await until(() => chair.isShown && speaker.isShown)
  const phases = [speaker.shown.session.phase]

  await chair.send('session.open', { onAnyDay: true })
  await chair.send('queue.open', {})
  const entry = await speaker.send('queue.join', { kind: 'intervention', topic: 'Access for all' })
  for (const entity of ['Archives', 'Museums', 'Schools', 'Theatres']) await addEntry(chair, entity)
  await until(() => chair.shown.order.length === 5)
  const before = chair.shown.order[2] ?? ''
  await chair.send('queue.move', { entry, before })
  await until(() => speaker.shown.order[1] === entry && speaker.shown.causes.includes('m'))
  const { entity, channel, staff } = chair.shown.entries[entry] ?? {}
  const moved = { entity, channel, topic: staff?.topic, seenByOthers: speaker.shown.entries[entry]?.staff !== undefined }
  for (const each of [chair, speaker]) {
    const { audience, own } = await each.read()
    await until(() => isDeepStrictEqual([each.shown, each.own], [audience.view, own.view]))
  }

  const turn = await chair.send('floor.call', { entry, expectedCurrent: null, expectedNext: chair.shown.queue.next })
  await until(() => speaker.own.myFloor.turn === turn)
  await chair.send('floor.start', { turn })
  await until(() => typeof speaker.shown.floor.current?.startedAt === 'number')
  await chair.send('floor.end', { turn })
  await until(() => speaker.shown.floor.current === null && chair.shown.pastTurns[turn] !== undefined)
  phases.push(speaker.shown.session.phase)
  await chair.send('session.close', {})
  await until(() => speaker.shown.session.phase === 'closed')
  const refusal = await speaker.send('queue.join', { kind: 'intervention', topic: null }).catch(({ message }: Error) => message)
  const { requests } = take(await organizer.GET('/api/sessions/{id}/record', { params: { path: { id: links.id } } }))
  for (const each of [chair, speaker]) each.leave()
  await Promise.all(following)
  return { phases, moved, refusal, outcomes: requests.map(({ entity, outcome }) => `${entity}: ${outcome}`) }
}

async function createSession(organizer: Client<paths>) {
  const { id } = take(await organizer.POST('/api/sessions', { body: { template: 'blank' } }))
  const params = { path: { id } }
  const { links } = take(await organizer.GET('/api/sessions/{id}/links', { params }))
  const body = { entity: 'Library federation', group: null, channel: 'remote' } as const
  const { url } = take(await organizer.POST('/api/sessions/{id}/people', { params, body }))
  return { id, chair: links.find(({ role }) => role === 'chair')?.url ?? '', speaker: url }
}

const addEntry = (chair: Participant<'staff'>, entity: string) => {
  const speaker = { person: null, entity, speaker: null, group: chair.shown.session.groups[0]?.id ?? null }
  return chair.send('queue.add', { kind: 'intervention', ...speaker, requestChannel: 'paper', seenAt: Date.now(), note: null })
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`never: ${isSo}`)
    await setTimeout(20)
  }
}
