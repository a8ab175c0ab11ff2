/** Under the next action: what is done often while somebody has the floor, the rarer things behind three dots, and the way back. */
import { AskToConclude } from '../../features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '../../features/cues/staff/cue-menu.tsx'
import { useCued } from '../../features/cues/staff/use-cue-status.ts'
import { FloorControls } from '../../features/floor/staff/controls.tsx'
import { useExtendEntries } from '../../features/floor/staff/extend-entries.ts'
import { LastAct } from '../../features/floor/staff/last-step.tsx'

export const TurnControls = ({ onCallOther }: { onCallOther: () => void }) => (
  <>
    <FloorControls cue={<AskToConclude />} more={<CueMenu more={useExtendEntries()} />} onCallOther={onCallOther} />
    <LastAct cued={useCued()} />
  </>
)
