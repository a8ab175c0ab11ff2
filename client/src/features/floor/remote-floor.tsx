import { FloorRemote } from '../../ui/floor-remote.tsx'
import { useFloorWords } from './floor-words.tsx'

export const RemoteFloor = () => <FloorRemote {...useFloorWords()} />
