import { Floor } from '../../../ui/floor.tsx'
import { phoneFloor } from '../../../ui/floor-layouts.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const PhoneFloor = () => <Floor layout={phoneFloor} {...useFloorProps('none')} />
