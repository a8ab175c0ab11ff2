import { FloorChair } from '../../../ui/floor-chair.tsx'
import { useFloorWords } from '../../../widgets/turn-text.tsx'

export const ChairFloor = () => <FloorChair {...useFloorWords()} />
