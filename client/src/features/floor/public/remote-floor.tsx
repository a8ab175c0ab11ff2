import { useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { remoteFloor } from '../../../ui/floor-layouts.ts'
import { getSuspendedText, useFloorProps } from '../../../widgets/turn-text.tsx'

/** While the session is suspended nobody speaks, even if a turn waits to go on. */
export const RemoteFloor = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const props = useFloorProps('questions')
  if (session.phase === 'closed') return <Floor layout={remoteFloor} phase="empty" eyebrow={props.who} />
  return session.phase === 'suspended' ? (
    <Floor
      layout={remoteFloor}
      phase="empty"
      eyebrow={t('floor.now')}
      who={getSuspendedText(t, session)}
      whoIs="sentence"
      sub={session.until === null ? undefined : <span>{t('time.zone', { place: getPlaceName(t, session.place) })}</span>}
    />
  ) : (
    <Floor layout={remoteFloor} {...props} />
  )
}
