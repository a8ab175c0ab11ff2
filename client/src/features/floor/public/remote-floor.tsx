import { FloorRemote } from '../../../ui/floor-remote.tsx'
import { useFloorWords } from '../../../widgets/turn-text.tsx'

export const RemoteFloor = () => <FloorRemote {...useFloorWords()} />
