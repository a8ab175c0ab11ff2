/** The floor as one row at the top of the room screen, while something else fills it. */
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { stripFloor } from '../../../ui/floor-layouts.ts'
import { getKindText, useDisplayFloorProps } from './display-floor-props.ts'

export const DisplayFloorStrip = () => {
  const { t } = useText()
  const kind = useView(({ floor }) => findOpenTurn(floor)?.kind)
  return <Floor layout={stripFloor} label={t('floor.now')} {...useDisplayFloorProps()} sub={getKindText(t, kind)} />
}
