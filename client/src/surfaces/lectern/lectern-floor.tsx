/** The current speaker and the clock, in one strip. */
import { useText } from '../../text/use-text.tsx'
import { Floor } from '../../ui/floor.tsx'
import { lecternFloor } from '../../ui/floor-layouts.ts'
import { useFloorProps } from '../../widgets/turn-text.tsx'

export const LecternFloor = () => {
  const floor = useFloorProps('none')
  return (
    <Floor layout={lecternFloor} label={useText().t('floor.now')} {...floor} whoIs={floor.phase === 'empty' ? 'sentence' : 'question'} />
  )
}
