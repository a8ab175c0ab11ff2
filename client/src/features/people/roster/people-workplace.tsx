/** The People workplace: search, check-in, corrections, adding and removing, for one person or a whole list. */

import type { RosterPage, RosterRow } from '@rostrum/shared/api/people'
import { sumChannels } from '@rostrum/shared/contract/channels'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { useGroups } from '../../../session/groups.ts'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { useSayName } from '../../../text/use-say-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { useFirstRowFocus } from '../../../widgets/use-row-focus.ts'
import { getRosterRefusalText } from '../people-text.ts'
import { GroupPills } from './group-pills.tsx'
import { PageButtons } from './page-buttons.tsx'
import styles from './people.module.css'
import { type OpenPeopleDialog, PeopleDialog } from './people-dialog.tsx'
import { PeopleHead } from './people-head.tsx'
import { PeopleTable, type PersonAction } from './people-table.tsx'
import { ToConfirm } from './to-confirm.tsx'
import { useCheckIn } from './use-check-in.ts'
import { useRosterPage } from './use-roster-page.ts'
import { WalkInPlaces } from './walk-in-places.tsx'

export const PeopleWorkplace = ({ session }: { session: SessionId }) => {
  const { t } = useText()
  const request = useRequest()
  const ports = { request, groups: useGroups(), sayName: useSayName() }
  const [find, setFind] = useState('')
  const [group, setGroup] = useState('')
  const [page, setPage] = useState(1)
  const [opened, open] = useState<OpenPeopleDialog | null>(null)
  const { roster, reason, loading, refresh, replace } = useRosterPage(
    request,
    session,
    { find, group, page },
    useView((view) => view.presence),
  )
  const search = useRef<HTMLInputElement>(null)
  const rowFocus = useFirstRowFocus(loading)
  const checkIn = useCheckIn(session, (row) => {
    replace(row)
    refresh()
  })
  const close = () => open(null)
  const changed = () => {
    close()
    refresh()
  }
  const doAction = (kind: PersonAction, row: RosterRow) => {
    if (kind === 'check-in' || kind === 'undo-check-in') void checkIn.setCheckedIn(row, kind === 'check-in')
    else open({ kind, row })
  }
  /** Gets ready for the next person: the search text is selected, so that typing replaces it. */
  const checkInAndContinue = async (row: RosterRow) => {
    if (!(await checkIn.setCheckedIn(row, true))) return
    search.current?.focus()
    search.current?.select()
  }
  const refusalReason = checkIn.reason ?? reason
  return (
    <Card className={styles.card} aria-labelledby="people-title">
      <PeopleHead
        counts={roster?.counts ?? null}
        find={find}
        search={search}
        onFind={(written) => {
          rowFocus.cancel()
          setFind(written)
          setPage(1)
        }}
        onEnter={rowFocus.focusFirst}
        onOpen={(kind) => open({ kind })}
      />
      {roster === null || isRosterEmpty(roster) ? null : (
        <GroupPills
          counts={roster.counts}
          value={group}
          onChange={(value) => {
            setGroup(value)
            setPage(1)
          }}
        />
      )}
      <ToConfirm
        onFind={(written) => {
          setFind(written)
          setPage(1)
        }}
      />
      <WalkInPlaces session={session} walkIns={roster?.walkIns ?? null} onChanged={refresh} />
      <p className={find.trim() === '' ? 'sr' : styles.said} role="status">
        {roster === null
          ? t('app.loading')
          : t(find.trim() === '' && group === '' ? 'people.registered' : 'people.found', { n: roster.total })}
      </p>
      {refusalReason === null ? null : (
        <p className={styles.said}>
          <RefusalText text={getRosterRefusalText(t, refusalReason)} />
        </p>
      )}
      <RefusalMessage area="confirm-person" />
      {roster === null ? null : (
        <>
          <div className={styles.scroll} ref={rowFocus.container}>
            {roster.people.length > 0 ? (
              <PeopleTable
                people={roster.people}
                loading={loading}
                checkingIn={checkIn.checkingIn}
                onAction={doAction}
                onCheckIn={(row) => void checkInAndContinue(row)}
              />
            ) : null}
            {roster.total === 0 && find.trim() === '' ? (
              <p className={styles.empty}>{group === '' ? t('people.nobody') : t('people.found', { n: 0 })}</p>
            ) : null}
          </div>
          <PageButtons roster={roster} onTurn={setPage} />
        </>
      )}
      {opened === null ? null : (
        <PeopleDialog session={session} ports={ports} opened={opened} onOpen={open} onClose={close} onChanged={changed} refresh={refresh} />
      )}
    </Card>
  )
}

/** No member can take part: nobody is registered, or everybody's access has ended. */
const isRosterEmpty = ({ total, counts: { registered } }: RosterPage): boolean => total + sumChannels(registered) === 0
