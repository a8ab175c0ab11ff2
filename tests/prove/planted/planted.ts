/** Known bugs, planted one after the other into a copy of the product. The tests find each of them. */
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { copySources } from '../../support/copy-of-sources.ts'
import type { Proof } from '../proof.ts'
import { bugs } from './bugs.ts'
import { describeKiller, findFalseKillers, plantBug } from './plant.ts'

const root = join(import.meta.dirname, '../../..')

export const planted: Proof = {
  promises: ['G1', 'G2', 'G3', 'G4', 'G6', 'G8', 'G10', 'G12', 'G14', 'G17'],
  says: 'planted bugs that a test finds',
  atMost: 900_000,
  /** Runs the fastest killer of each bug in the short form, and every killer in the long form. */
  async run(form) {
    const copy = await copySources()
    try {
      // Checkpoints name the build that made them, so the copy needs the builds. The tests run the sources.
      for (const name of ['server', 'shared']) await symlink(join(root, name, 'dist'), join(copy, name, 'dist'))
      const asked = bugs.map((bug) => ({ bug, killers: form === 'short' ? bug.killers.slice(0, 1) : bug.killers }))
      const all = asked.flatMap(({ killers }) => killers)
      const failures = [...(await findFalseKillers(copy, all))]
      let killed = 0
      for (const { bug, killers } of asked) {
        const before = failures.length
        for (const killer of killers) {
          const reason = await plantBug(copy, bug, killer)
          if (reason !== null) failures.push(`“${bug.name}” survives ${describeKiller(killer)}: ${reason}`)
        }
        if (failures.length === before) killed += 1
      }
      return { figure: `${killed} of ${bugs.length} killed`, failures }
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  },
}
