/**
 * Ninety minutes of a meeting in compressed time, captioned in three languages at once. The software is late, repeats, reorders and
 * reconnects.
 */

import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { CaptionRoom } from '@rostrum/server/services/captions/caption-room'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { addMillis, type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import { expect, test } from 'vitest'
import { listSentLines, sendAroundOutages } from '../support/captioning-software.ts'
import { allPeople, noon } from '../support/fixtures.ts'
import { SeededRandom } from '../support/seeded-random.ts'
import { createLog, loadSession, MemoryLogger, padId } from '../support/session-harness.ts'
import { openSoleNode } from '../support/some-nodes.ts'

const languages = (['ar', 'en', 'fr'] as const).map((tag) => tag as string as SpokenLanguage)
/** A speech begins every 190 s and lasts nearly three minutes. */
const speeches = Array.from({ length: 28 }, (_, index) => ({
  from: seconds(index * 190 + 5),
  to: seconds(index * 190 + 180),
  name: `Speaker ${index}`,
}))

/** Draws outages of up to a minute and a half. Some begin in one turn and end in the next. */
const drawOutages = (seed: number) => {
  const chance = new SeededRandom(seed)
  return Array.from({ length: 8 }, (_, index) => {
    const from = minutes(11) * index + seconds(30 + chance.nextBelow(500))
    return { from, to: from + seconds(2 + chance.nextBelow(88)) }
  })
}

test.each([1, 2, 3])(
  '[X41, X61] every line of three captioners who reconnect appears once and belongs to its turn, seed %i',
  { timeout: 60_000 },
  async (seed) => {
    const clock = { at: noon as Instant }
    const session = await loadSession(await createLog(openMemoryLog()), new MemoryLogger(), () => clock.at)
    await session.admit(allPeople, 'everybody' as CommandId)
    let count = 0
    const execute = async (by: string, type: string, data: object): Promise<CommandId> => {
      count += 1
      const id = padId(`command-${count}`)
      expect([type, await session.execute({ person: by as PersonId }, { id, type, data } as never)]).toEqual([type, { ok: true }])
      return id
    }
    await execute('chair', 'session.open', {})
    await execute('desk', 'captions.set-delay', { delay: seconds(2) })
    const turns = new Map<string, string>()
    const actions = speeches.flatMap(({ from, to, name }, index) => [
      {
        at: from,
        run: async () => {
          const about = {
            kind: 'intervention',
            person: null,
            entity: name,
            speaker: null,
            group: 'government',
            requestChannel: 'room',
            seenAt: clock.at,
            note: null,
            language: null,
          }
          const entry = await execute('desk', 'queue.add', about)
          turns.set(name, await execute('chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: entry }))
          await execute('chair', 'floor.start', { turn: turns.get(name) })
        },
      },
      { at: to, run: async () => void (await execute('chair', 'floor.end', { turn: turns.get(speeches[index]?.name ?? '') })) },
    ])
    const store = openMemoryStore()
    const ports = {
      store,
      nodes: openSoleNode(),
      logger: new MemoryLogger(),
      encode: (update: unknown) => update,
      isSendingFrames: () => false,
    }
    const room = await CaptionRoom.open(session, ports)
    const sent = languages.flatMap((language, index) =>
      sendAroundOutages(listSentLines(speeches, seed * 10 + index), drawOutages(seed * 10 + index)).map(
        ({ sentAt, seq, text, waited }) => ({
          at: sentAt,
          run: async () => void (await room.take({ language, seq, text, waited, intent: 'counted' })),
        }),
      ),
    )
    for (const { at, run } of [...actions, ...sent].sort((a, b) => a.at - b.at)) {
      clock.at = addMillis(noon, Math.round(at) as never)
      await run()
    }
    const whole = await CaptionRoom.open(session, ports)
    expect(whole.list()).toEqual(room.list())
    for (const [index, language] of languages.entries()) {
      const spoken = new Map(listSentLines(speeches, seed * 10 + index).map(({ seq, text }) => [seq, text]))
      const lines = whole.list().get(language) ?? []
      expect(lines.map(({ text }) => text)).toEqual([...spoken].sort(([a], [b]) => a - b).map(([, text]) => text))
      const wrong = lines.filter(({ text, turn }) => turn?.who !== text.split(',')[0] || turn?.id !== turns.get(turn?.who ?? ''))
      expect([language, wrong, lines.length > 900]).toEqual([language, [], true])
    }
  },
)
