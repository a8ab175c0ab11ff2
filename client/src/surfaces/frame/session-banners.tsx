/** The banners across the top of every page: connection, rehearsal, suspension, announcements, and refusals that no area shows. */
import { Announcements } from '../../features/cues/everyone/announcements.tsx'
import { ConnectionNotice } from '../../features/session/notices/connection-notice.tsx'
import { ReadOnlyNotice } from '../../features/session/notices/read-only-notice.tsx'
import { RehearsalBanner } from '../../features/session/notices/rehearsal-banner.tsx'
import { SuspensionBanner } from '../../features/session/notices/suspension-banner.tsx'
import { useUnclaimedRefusal } from '../../session/refusal-claims.ts'
import { getRefusalText } from '../../text/refusal-text.ts'
import { usePhoneText } from '../../text/use-text.tsx'
import { RefusalText } from '../../ui/refusal-text.tsx'

export const SessionBanners = () => (
  <>
    <ConnectionNotice />
    <ReadOnlyNotice />
    <RehearsalBanner />
    <SuspensionBanner />
    <Announcements />
    <PageRefusal />
  </>
)

const PageRefusal = () => {
  const { t } = usePhoneText()
  return <RefusalText text={getRefusalText(t, useUnclaimedRefusal()?.reason ?? null)} />
}
