/** Explains why this device has no access, or has lost it, and what to do next. */
import { usePhoneText } from '../text/use-text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'

type TitleKey = 'me.revoked' | `entry.${'noLink' | 'badLink' | 'noSession' | 'outdated' | 'unreachable' | 'busy'}`
type HelpKey = 'me.revokedHelp' | 'entry.noLinkHelp' | 'entry.unreachableHelp' | 'join.error.link' | 'join.error.version'
type RefusalContent = { readonly title: TitleKey; readonly help: HelpKey; readonly next: 'join' | 'again' | 'reload' }

const contentByReason: Readonly<Record<string, RefusalContent>> = {
  'no-link': { title: 'entry.noLink', help: 'entry.noLinkHelp', next: 'join' },
  'no-such-link': { title: 'entry.badLink', help: 'join.error.link', next: 'join' },
  malformed: { title: 'entry.badLink', help: 'join.error.link', next: 'join' },
  'person-revoked': { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  revoked: { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  'no-such-session': { title: 'entry.noSession', help: 'join.error.link', next: 'join' },
  protocol: { title: 'entry.outdated', help: 'join.error.version', next: 'reload' },
  'no-connection': { title: 'entry.unreachable', help: 'entry.unreachableHelp', next: 'again' },
}
const fallbackContent: RefusalContent = { title: 'entry.busy', help: 'entry.unreachableHelp', next: 'again' }

export const getRefusalTitle = (reason: string): TitleKey => (contentByReason[reason] ?? fallbackContent).title

export const ConnectionRefusedPage = ({ reason, retry }: { reason: string; retry?: (() => void) | undefined }) => {
  const { t } = usePhoneText()
  const content = contentByReason[reason] ?? fallbackContent
  return (
    <MessagePage title={t(content.title)} help={t(content.help)}>
      {content.next === 'join' ? (
        <ButtonLink look="primary" href="/join">
          {t('join.title')}
        </ButtonLink>
      ) : (
        <Button look="primary" onClick={() => (content.next === 'again' && retry ? retry() : location.reload())}>
          {t(content.next === 'again' ? 'entry.again' : 'app.reload')}
        </Button>
      )}
    </MessagePage>
  )
}
