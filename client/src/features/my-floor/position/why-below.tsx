/** The answer to "Why am I 4th?" in place, for a page with the space. */
import { useMedia } from '../../../ui/use-media.ts'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import type { QueuedStatus } from '../my-status.ts'
import { WhyFold } from './why-fold.tsx'

const Why = deferPart(async () => (await import('./why.tsx')).Why)

/** A laptop, whose window has no place for the answer next to what can be pressed. */
const lowWindow = '(max-height: 50rem)'

export const WhyBelow = ({ status }: { status: QueuedStatus }) =>
  useMedia(lowWindow) ? <WhyFold status={status} /> : <Why status={status} brief />
