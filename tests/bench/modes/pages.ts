import { setTimeout as pause } from 'node:timers/promises'
import { LimitSteps } from '../measure/limit-steps.ts'
import { launchBrowser, measurePage, type PageWanted } from '../measure/page.ts'
import { prepareFolder } from '../servers/prepare.ts'
import { openStage, type Stage } from '../servers/stage.ts'
import { defineMode, type Round } from './mode.ts'

const send = (stage: Stage, type: string, data: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const id: string = stage.chair.send(type, data, (reply) => (reply.ok ? resolve(id) : reject(new Error(`${type}: ${reply.reason}`))))
  })

/** Changes the chair's limit again and again while somebody speaks. Every page shows the limit. */
async function changeLimits(stage: Stage, seconds: number, rate: number): Promise<number> {
  const steps = new LimitSteps(stage.chair)
  const began = performance.now()
  for (let sent = 0; sent < seconds * rate; sent += 1) {
    steps.send(() => undefined)
    await pause(Math.max(0, began + ((sent + 1) * 1000) / rate - performance.now()))
  }
  return steps.sent
}

const definePage = (title: string, role: 'chair' | 'room', size: Omit<PageWanted, 'link'>) =>
  defineMode<'script' | 'task'>({
    title: `${title}, six times as slow, while somebody speaks, 500 wait and frames come`,
    against: null,
    defaults: { clients: 1, rounds: 3, seconds: 10, rate: 20 },
    figures: {
      script: { says: 'script for a frame', unit: 'ms', bound: { most: 8 } },
      task: { says: 'the longest task, if over 50 ms', unit: 'ms', bound: { most: 50 } },
    },
    run: async ({ clients, rounds, seconds, rate }) => {
      const prepared = await prepareFolder({ screens: clients, registered: 500, waiting: 500 })
      const browser = await launchBrowser()
      const product: Round<'script' | 'task'>[] = []
      for (let round = 0; round < rounds; round += 1) {
        const stage = await openStage('product', prepared)
        const [entry] = prepared.waiting
        const turn = await send(stage, 'floor.call', { entry, expectedCurrent: null, expectedNext: entry })
        await send(stage, 'floor.start', { turn })
        const links = JSON.parse(stage.server().line) as Readonly<Record<string, string>>
        product.push(
          await measurePage(browser, { link: links[role] ?? '', ...size }, seconds, (during) => changeLimits(stage, during, rate)),
        )
        await stage.close()
      }
      await browser.close()
      await prepared.delete()
      return { product, compared: [] }
    },
  })

export const pages = {
  'chair-page': definePage('the Chair’s page', 'chair', { width: 1280, height: 720, ready: 'Delegation 1' }),
  phone: definePage('a phone', 'room', { width: 390, height: 844, press: 'Yes, continue', ready: 'Delegation 1' }),
} as const
