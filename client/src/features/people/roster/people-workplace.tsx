/** The People workplace: looked for, checked in, corrected, added and let go, one person at a time or a whole list at once. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { peopleRefusal } from '../people-text.ts'
import type { RosterPage, RosterRow } from '../roster-types.ts'
import { useFirstRow } from '../use-first-row.ts'
import { GroupPills } from './group-pills.tsx'
import styles from './people.module.css'
import { type Opened, PeopleDialog } from './people-dialog.tsx'
import { PeopleHead } from './people-head.tsx'
import { type Act, PeopleTable } from './people-table.tsx'
import { useArrival } from './use-check-in.ts'
import { useRosterPage } from './use-roster-page.ts'

export const PeopleDesk = ({ session }: { session: SessionId }) => {
  const { t } = useText()
  const [find, write] = useState('')
  const [group, choose] = useState('')
  const [page, turn] = useState(1)
  const [opened, open] = useState<Opened | null>(null)
  const { roster, why, asking, again, replace } = useRosterPage(session, { find, group, page })
  const search = useRef<HTMLInputElement>(null)
  const first = useFirstRow(asking)
  const arrival = useArrival(session, (row) => {
    replace(row)
    again()
  })
  const close = () => open(null)
  const changed = () => {
    close()
    again()
  }
  const act = (kind: Act, row: RosterRow) => {
    if (kind === 'arrived' || kind === 'absent') void arrival.mark(row, kind === 'arrived')
    else open({ kind, row })
  }
  /** From one to the next: what was looked for is ready to be written over. */
  const quick = async (row: RosterRow) => {
    if (!(await arrival.mark(row, true))) return
    search.current?.focus()
    search.current?.select()
  }
  const refused = arrival.why ?? why
  return (
    <Card className={styles.card} aria-labelledby="people-title">
      <PeopleHead
        counts={roster?.counts ?? null}
        find={find}
        search={search}
        onFind={(written) => {
          first.leave()
          write(written)
          turn(1)
        }}
        onEnter={first.enter}
        onOpen={(kind) => open({ kind })}
      />
      {roster === null || isEmpty(roster) ? null : (
        <GroupPills
          counts={roster.counts}
          value={group}
          onChange={(value) => {
            choose(value)
            turn(1)
          }}
        />
      )}
      <p className={find.trim() === '' ? 'sr' : styles.said} role="status">
        {roster === null
          ? t('app.loading')
          : t(find.trim() === '' && group === '' ? 'people.registered' : 'people.found', { n: roster.total })}
      </p>
      {refused === null ? null : (
        <p className={styles.said}>
          <Refusal words={peopleRefusal(t, refused)} />
        </p>
      )}
      {roster === null ? null : (
        <>
          <div className={styles.scroll} ref={first.place}>
            {roster.people.length > 0 ? (
              <PeopleTable
                people={roster.people}
                asking={asking}
                marking={arrival.marking}
                onAct={act}
                onQuick={(row) => void quick(row)}
              />
            ) : null}
            {roster.total === 0 && find.trim() === '' ? (
              <p className={styles.empty}>{group === '' ? t('people.nobody') : t('people.found', { n: 0 })}</p>
            ) : null}
          </div>
          <Pages roster={roster} onTurn={turn} />
        </>
      )}
      {opened === null ? null : (
        <PeopleDialog session={session} opened={opened} onOpen={open} onClose={close} onChanged={changed} again={again} />
      )}
    </Card>
  )
}

/** A page that has emptied meanwhile is left for the last one there is. */
const Pages = ({ roster: { page, pages, total }, onTurn }: { roster: RosterPage; onTurn: (page: number) => void }) => {
  const { t } = useText()
  if (pages <= 1 && page <= 1) return null
  return (
    <p className={styles.pages}>
      <Button size="small" disabled={page <= 1} onClick={() => onTurn(Math.min(page - 1, pages))}>
        {t('people.before')}
      </Button>
      <span role="status">{t('people.page', { page: isolateNumber(`${page}/${pages}`), total })}</span>
      <Button size="small" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('people.after')}
      </Button>
    </p>
  )
}

/** Nobody may take part yet, or any more. */
const isEmpty = ({ total, counts: { registered } }: RosterPage): boolean => total + registered.room + registered.remote === 0
