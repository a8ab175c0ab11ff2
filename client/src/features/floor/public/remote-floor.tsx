import { FloorRemote } from '../../../ui/floor-remote.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

export const RemoteFloor = () => <FloorRemote {...useFloorProps('questions')} />
