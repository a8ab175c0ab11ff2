/** Loads the plan of the model session. Uses `import.meta.dirname`, which is the same in a jsdom test. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlan } from '@rostrum/server/services/template/read-plan'
import type { Plan } from '@rostrum/shared/contract/plan'

const file = join(import.meta.dirname, '../../server/src/services/template/wsis-at-20.session.yaml')

export const loadModelPlan = (): Plan => readPlan(readFileSync(file, 'utf8'))
