import { FloorChair } from '../../../ui/floor-chair.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const ChairFloor = () => <FloorChair {...useFloorProps()} />
