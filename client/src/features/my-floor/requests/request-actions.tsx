/** The actions on my request on the panel's page. */
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import styles from '../my-floor.module.css'
import { type ActionLook, HoldButton, WithdrawButton } from './actions.tsx'

type RequestActionsProps = { entry: MyEntry; look?: ActionLook }

/** "Not now", and "Withdraw". */
export const RequestActions = ({ entry, look = 'plain' }: RequestActionsProps) => (
  <div className={entry.held ? undefined : styles.row}>
    {entry.held ? null : <HoldButton id={entry.id} look={look} />}
    <WithdrawButton entry={entry} look={look} />
  </div>
)
