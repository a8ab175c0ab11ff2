import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { remoteFloor } from '../../../ui/floor-layouts.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

/** While the session is suspended nobody speaks, even if a turn waits to go on. */
export const RemoteFloor = () => {
  const { t } = useText()
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const props = useFloorProps('questions')
  if (isClosed) return <Floor layout={remoteFloor} phase="empty" eyebrow={props.who} />
  return isSuspended ? (
    <Floor layout={remoteFloor} phase="empty" eyebrow={t('floor.now')} who={t('session.suspended')} whoIs="sentence" />
  ) : (
    <Floor layout={remoteFloor} {...props} />
  )
}
