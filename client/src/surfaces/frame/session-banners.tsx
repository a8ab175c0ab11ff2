/** The banners across the top of every page: connection, rehearsal, suspension, announcements, and refusals that no area shows. */
import { Announcements } from '../../features/cues/everyone/announcements.tsx'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { ReadOnlyNotice } from '../../features/session/notices/read-only-notice.tsx'
import { RehearsalBanner, SuspensionBanner } from '../../features/session/notices/state-banners.tsx'
import { useUnclaimedRefusal } from '../../session/refusal-claims.ts'
import { getRefusalText } from '../../text/refusal-text.ts'
import { usePhoneText } from '../../text/use-text.tsx'
import { RefusalText } from '../../ui/refusal-text.tsx'

/** `saysSuspension`: false if the page itself says it, larger. `saysRefusal`: false while a refusal waits until my turn is over. */
export const SessionBanners = ({ saysSuspension = true, saysRefusal = true }: { saysSuspension?: boolean; saysRefusal?: boolean }) => (
  <>
    <ConnectionNotice />
    <ReadOnlyNotice />
    <RehearsalBanner />
    {saysSuspension ? <SuspensionBanner /> : null}
    <Announcements />
    {saysRefusal ? <PageRefusal /> : null}
  </>
)

const PageRefusal = () => {
  const { t } = usePhoneText()
  const refusal = useUnclaimedRefusal()
  return <RefusalText of={refusal} text={getRefusalText(t, refusal?.reason ?? null)} />
}
