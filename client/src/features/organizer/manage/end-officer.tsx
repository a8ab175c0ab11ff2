/** Ends the access of an officer. Nobody else loses theirs. */
import { endOfficer } from '../../../session/organizer-api.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

type EndOfficerProps = { secret: string; session: string; person: string; name: string; onEnded: () => void }

export const EndOfficer = ({ secret, session, person, name, onEnded }: EndOfficerProps) => {
  const { t } = useText()
  return (
    <ConfirmButton
      label={
        <>
          {t('people.revoke')}
          <span className="sr"> {name}</span>
        </>
      }
      title={t('people.revokeAsk', { who: name })}
      goes={t('officers.endGoes')}
      stays={t('officers.endStays')}
      confirmLabel={t('people.revokeIt')}
      look="danger"
      action={() => endOfficer(secret, session, person)}
      onDone={() => {
        screenReader.say(t('people.revoked', { who: name }), 'officer')
        onEnded()
      }}
    />
  )
}
