import { FloorPhone } from '../../../ui/floor-phone.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const PhoneFloor = () => <FloorPhone {...useFloorProps('none')} />
