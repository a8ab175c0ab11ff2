import { FloorPhone } from '../../../ui/floor-phone.tsx'
import { useFloorWords } from '../../../widgets/turn-text.tsx'

export const PhoneFloor = () => <FloorPhone {...useFloorWords(false)} />
