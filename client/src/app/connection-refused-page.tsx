/** Explains why this device has no access, or has lost it, and what to do next. */
import type { FailureOf } from '@rostrum/shared/api/operations'
import { findByReason, type PassingReason } from '@rostrum/shared/api/reasons'
import type { ConnectionRefusal } from '@rostrum/shared/protocol/messages'
import { usePhoneText } from '../text/use-text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { MessagePage } from './message-page.tsx'

type TitleKey = 'me.revoked' | `entry.${'noLink' | 'badLink' | 'noSession' | 'outdated' | 'unreachable' | 'busy' | 'damaged'}`
type HelpKey =
  | 'me.revokedHelp'
  | 'entry.noLinkHelp'
  | 'entry.unreachableHelp'
  | 'join.error.link'
  | 'join.error.version'
  | 'notice.readOnly.damaged'
type RefusalContent = { readonly title: TitleKey; readonly help: HelpKey; readonly next: 'join' | 'again' | 'reload' }

/** `no-link`: this device has none, so the server was not asked. */
export type ConnectionReason = FailureOf<'POST /api/tickets'> | ConnectionRefusal | 'no-link'
/** Reasons that pass, and reasons of a code alone. */
type OtherReason =
  | PassingReason
  | ('foreign-origin' | 'json-only' | 'too-large' | 'ticket' | 'too-many')
  | ('no-such-code' | 'no-such-group' | 'session-closed' | 'session-full' | 'text-empty' | 'text-refused' | 'text-too-long')
  | ('walk-ins-closed' | 'walk-ins-full')

/** `failed` stands for all other reasons: the first page of a phone has no room for a list of them. */
const contentByReason = {
  'no-link': { title: 'entry.noLink', help: 'entry.noLinkHelp', next: 'join' },
  'no-such-link': { title: 'entry.badLink', help: 'join.error.link', next: 'join' },
  malformed: { title: 'entry.badLink', help: 'join.error.link', next: 'join' },
  'person-revoked': { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  revoked: { title: 'me.revoked', help: 'me.revokedHelp', next: 'join' },
  'no-such-session': { title: 'entry.noSession', help: 'join.error.link', next: 'join' },
  'session-damaged': { title: 'entry.damaged', help: 'notice.readOnly.damaged', next: 'again' },
  protocol: { title: 'entry.outdated', help: 'join.error.version', next: 'reload' },
  'no-connection': { title: 'entry.unreachable', help: 'entry.unreachableHelp', next: 'again' },
  failed: { title: 'entry.busy', help: 'entry.unreachableHelp', next: 'again' },
} as const satisfies Readonly<Record<Exclude<ConnectionReason, OtherReason> | 'no-connection' | 'failed', RefusalContent>>

const getContent = (reason: ConnectionReason): RefusalContent => findByReason<RefusalContent>(contentByReason, reason)
export const getRefusalTitle = (reason: ConnectionReason): TitleKey => getContent(reason).title

export const ConnectionRefusedPage = ({ reason, retry }: { reason: ConnectionReason; retry?: (() => void) | undefined }) => {
  const { t } = usePhoneText()
  const content = getContent(reason)
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
