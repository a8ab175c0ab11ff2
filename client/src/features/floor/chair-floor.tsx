import { FloorChair } from '../../ui/floor-chair.tsx'
import { useFloorWords } from './floor-words.tsx'

export const ChairFloor = () => <FloorChair {...useFloorWords()} />
