/** Under the next action: what is done often while somebody has the floor, the rarer things behind three dots, and the way back. */
import { AskToConclude } from '../../features/cues/ask-to-conclude.tsx'
import { CueMenu } from '../../features/cues/cue-menu.tsx'
import { useCued } from '../../features/cues/use-cued.ts'
import { FloorControls } from '../../features/floor/controls.tsx'
import { useExtendEntries } from '../../features/floor/extend-entries.ts'
import { LastAct } from '../../features/floor/last-act.tsx'

export const TurnControls = ({ onCallOther }: { onCallOther: () => void }) => (
  <>
    <FloorControls cue={<AskToConclude />} more={<CueMenu more={useExtendEntries()} />} onCallOther={onCallOther} />
    <LastAct cued={useCued()} />
  </>
)
