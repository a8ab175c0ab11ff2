/** Next to the captions of a phone: who has the floor, how long, my place, and what I can do. */
import { PhoneFloor } from '../../features/floor/public/phone-floor.tsx'
import { getPositionIndex, type MyStatus } from '../../features/my-floor/my-status.ts'
import { PrimaryActions } from '../../features/my-floor/primary-actions.tsx'
import { usePhoneText } from '../../text/use-text.tsx'

export const CaptionsFoot = ({ status }: { status: MyStatus }) => {
  const { t, ordinal } = usePhoneText()
  const index = getPositionIndex(status)
  return (
    <>
      <PhoneFloor />
      {index === null ? null : <strong>{status.kind === 'next' ? t('me.next') : t('say.place', { place: ordinal(index + 1) })}</strong>}
      <PrimaryActions status={status} />
    </>
  )
}
