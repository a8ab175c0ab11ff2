/** All modes, by their names on the command line. */
import { captions } from './captions.ts'
import { clocks } from './clocks.ts'
import { comingBack } from './coming-back.ts'
import { connecting } from './connecting.ts'
import { encrypted } from './encrypted.ts'
import { events } from './events.ts'
import { fanOuts } from './fan-out.ts'
import { firstViews } from './first-view.ts'
import { growth } from './growth.ts'
import type { Mode } from './mode.ts'
import { nodes } from './nodes.ts'
import { pages } from './pages.ts'
import { queue } from './queue.ts'
import { sense } from './sense.ts'
import { slow } from './slow.ts'
import { starts } from './start.ts'
import { storms } from './storm.ts'

export const modes = {
  ...fanOuts,
  sse: events,
  ...storms,
  sense,
  captions,
  connect: connecting,
  ...comingBack,
  ...starts,
  growth,
  queue,
  'first-view': firstViews,
  slow,
  nodes,
  ...encrypted,
  clocks,
  ...pages,
} as const satisfies Readonly<Record<string, Mode<never>>>
export type ModeName = keyof typeof modes
