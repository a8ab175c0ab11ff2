/** Ends the access of an officer or a booth. All others keep theirs. */
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { ConfirmButton } from '../confirm-button.tsx'

type EndOfficerProps = {
  secret: string
  session: string
  person: string
  name: string
  /** The text about what ends with it, and what does not. */
  goes: string
  stays: string
  onEnded: () => void
}

export const EndOfficer = ({ secret, session, person, name, goes, stays, onEnded }: EndOfficerProps) => {
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
      goes={goes}
      stays={stays}
      confirmLabel={t('people.revokeIt')}
      look="danger"
      action={() => request('POST /api/sessions/:id/officers/:person/end', { params: { id: session, person }, body: {} }, secret)}
      onDone={() => {
        screenReader.say(t('people.revoked', { who: name }), 'officer')
        onEnded()
      }}
    />
  )
}
