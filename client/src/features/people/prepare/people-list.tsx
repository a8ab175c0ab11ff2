/** The organizer's list of the people of a session: found, corrected, added and removed without entering the session. */

import type { RosterRow } from '@rostrum/shared/api/people'
import { useState } from 'react'
import { findGroup } from '../../../session/groups.ts'
import type { ApiRequest } from '../../../session/http.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { getRosterRefusalText } from '../people-text.ts'
import { formatPersonName } from '../person-name.ts'
import { PageButtons } from '../roster/page-buttons.tsx'
import { type OpenPeopleDialog, PeopleDialog } from '../roster/people-dialog.tsx'
import { useRosterPage } from '../roster/use-roster-page.ts'
import styles from './people-list.module.css'

type PeopleListProps = { session: string; request: ApiRequest; onClose: () => void; onChanged: () => void }

export const PeopleList = ({ session, request, onClose, onChanged }: PeopleListProps) => {
  const { t } = useText()
  const [find, setFind] = useState('')
  const [page, setPage] = useState(1)
  const [opened, open] = useState<OpenPeopleDialog | null>(null)
  const { roster, reason, refresh } = useRosterPage(request, session, { find, group: '', page }, null)
  const close = () => open(null)
  const changed = () => {
    close()
    refresh()
    onChanged()
  }
  const groups = roster?.groups ?? []
  const countText = roster === null ? t('app.loading') : t(find.trim() === '' ? 'people.registered' : 'people.found', { n: roster.total })
  return (
    <ModalDialog open title={t('people.title')} onClose={onClose}>
      <TextField
        type="search"
        label={t('people.find')}
        hideLabel
        placeholder={t('people.findBy')}
        autoComplete="off"
        maxLength={120}
        value={find}
        onChange={(written) => {
          setFind(written)
          setPage(1)
        }}
      />
      <p className="quiet" role="status">
        {/* A count from before would belong to another search. */}
        {reason === null ? countText : null}
      </p>
      <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
      {roster === null || roster.people.length === 0 ? null : (
        <ul className={styles.people}>
          {roster.people.map((row) => (
            <PersonLine key={row.person} row={row} group={getGroupName(t, findGroup(groups, row.group))} onOpen={open} />
          ))}
        </ul>
      )}
      {roster === null ? null : <PageButtons roster={roster} onTurn={setPage} />}
      <OverlayActions>
        <Button icon="plus" onClick={() => open({ kind: 'add' })}>
          {t('people.add')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('people.done')}
        </Button>
      </OverlayActions>
      {opened === null ? null : (
        <PeopleDialog
          session={session}
          ports={{ request, groups, sayName: null }}
          opened={opened}
          onOpen={open}
          onClose={close}
          onChanged={changed}
          refresh={refresh}
        />
      )}
    </ModalDialog>
  )
}

type PersonLineProps = { row: RosterRow; group: string; onOpen: (opened: OpenPeopleDialog) => void }

const PersonLine = ({ row, group, onOpen }: PersonLineProps) => {
  const { t } = useText()
  const { entity, name, email, channel, revoked } = row
  const who = formatPersonName(t, row)
  return (
    <li data-ended={revoked || undefined}>
      <span>
        <strong>
          <Name>{entity}</Name>
        </strong>
        {name === null ? null : <Name>{name}</Name>}
        <small className="muted">{[group, getChannelName(t, channel), ...(email === null ? [] : [email])].join(' · ')}</small>
      </span>
      {revoked ? (
        <Button look="quiet" size="small" aria-label={t('people.backFor', { who })} onClick={() => onOpen({ kind: 'reinstate', row })}>
          {t('people.back')}
        </Button>
      ) : (
        <MenuButton
          label={t('app.moreFor', { who })}
          onAction={(kind) => onOpen({ kind, row })}
          options={
            [
              { id: 'edit', label: t('people.edit') },
              { id: 'link', label: t('people.link'), note: t('people.linkNote') },
              { id: 'revoke', label: t('people.revoke'), note: t('people.revokeNote'), danger: true },
            ] as const
          }
        />
      )}
    </li>
  )
}
