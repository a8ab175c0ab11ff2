/** Every mode by the name that the command line has for it. */
import { comingBack } from './coming-back.ts'
import { fanOut } from './fan-out.ts'
import { growth } from './growth.ts'
import type { Mode } from './mode.ts'
import { storm } from './storm.ts'

export const modes = {
  fanout: fanOut,
  storm,
  return: comingBack,
  growth,
} as const satisfies Readonly<Record<string, Mode<never>>>
export type ModeName = keyof typeof modes
