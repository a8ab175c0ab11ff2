import { FloorPhone } from '../../ui/floor-phone.tsx'
import { useFloorWords } from './floor-words.tsx'

export const PhoneFloor = () => <FloorPhone {...useFloorWords(false)} />
