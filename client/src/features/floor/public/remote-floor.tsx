import { Floor } from '../../../ui/floor.tsx'
import { remoteFloor } from '../../../ui/floor-layouts.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const RemoteFloor = () => <Floor layout={remoteFloor} {...useFloorProps('questions')} />
