/** The floor as one row at the top of the room screen, while something else fills it. */
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { stripFloor } from '../../../ui/floor-layouts.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const DisplayFloorStrip = () => <Floor layout={stripFloor} label={useText().t('floor.nowSpeaking')} {...useFloorProps('none')} />
