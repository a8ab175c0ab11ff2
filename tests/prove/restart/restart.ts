/** G11: a server that was killed serves again, and all screens come back and hold the same as before. */
import { measureReturn } from '../../bench/measure/coming-back.ts'
import { prepareFolder } from '../../bench/servers/prepare.ts'
import { openStage } from '../../bench/servers/stage.ts'
import { formatCount, type Proof } from '../proof.ts'
import { openTimes } from '../quiet.ts'

const plans = { short: { screens: 300, commits: 10_000 }, long: { screens: 2000, commits: 50_000 } } as const
/** The most milliseconds until the server serves, and from then until all screens are back. */
const most = { serving: 2000, back: 5000 } as const

export const restart: Proof = {
  promises: ['G11', 'G4'],
  says: 'how long until a killed server serves again, and until all screens hold what they held',
  atMost: 240_000,
  isAlone: true,
  run: async (form) => {
    const { screens, commits } = plans[form]
    const times = await openTimes(form)
    const prepared = await prepareFolder({ screens, commits })
    const stage = await openStage('product', prepared, { isKilled: true })
    try {
      let serving = Number.NaN
      const timed = {
        ...stage,
        restart: async () => {
          const began = performance.now()
          await stage.restart()
          serving = performance.now() - began
        },
      }
      // Waits until every screen holds the same as before, for at most a minute.
      const { back, chair } = await measureReturn(timed, 'as pages')
      const failures: string[] = []
      times.judge(failures, `serving again with ${commits} commits`, serving, most.serving)
      times.judge(failures, `${screens} screens are back`, back, most.back)
      if (stage.crowd.gaps > 0) failures.push(`${stage.crowd.gaps} frames did not begin where the last one ended`)
      const figure = `serving after ${Math.round(serving)} ms with ${formatCount(commits)} commits; ${formatCount(screens)} screens back after ${Math.round(back)} ms more, the chair after ${Math.round(chair)}${times.note}`
      return { figure, failures }
    } finally {
      await stage.close()
      await prepared.delete()
    }
  },
}
