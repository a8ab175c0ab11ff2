/** Reports when nearly all places for joining by code are taken, and lets more people in. */

import type { RosterPage } from '@rostrum/shared/api/people'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import { formatCount } from '../../../text/counts.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { getRosterRefusalText } from '../people-text.ts'
import styles from './people.module.css'

const nearlyAll = 0.9
/** About a tenth of the places, rounded up to hundreds. */
const countMore = (places: number): number => Math.ceil(places / 1000) * 100

type WalkInPlacesProps = { session: SessionId; walkIns: RosterPage['walkIns']; onChanged: () => void }

export const WalkInPlaces = ({ session, walkIns, onChanged }: WalkInPlacesProps) => {
  const { t, language } = useText()
  const request = useRequest()
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState<FailureReason | null>(null)
  if (walkIns === null || walkIns.came < walkIns.places * nearlyAll) return null
  const count = (n: number): string => formatCount(language.id, n)
  const more = countMore(walkIns.places)
  const places = Math.min(walkIns.places + more, maxPeople)
  const letMore = async () => {
    setBusy(true)
    const result = await request('PUT /api/sessions/:id/walk-ins', { params: { id: session }, body: { places } })
    setBusy(false)
    setReason(result.ok ? null : result.reason)
    if (!result.ok) return
    screenReader.say(t('people.letMoreDone', { places: count(places) }), 'people')
    onChanged()
  }
  const isFull = walkIns.came >= walkIns.places
  return (
    <div className={styles.walkIns} role="status">
      <p>{t(isFull ? 'people.walkInsFull' : 'people.walkInsNear', { came: count(walkIns.came), places: count(walkIns.places) })}</p>
      <Button size="small" disabled={isBusy} onClick={() => void letMore()}>
        {t(isBusy ? 'app.sending' : 'people.letMore', { n: count(more) })}
      </Button>
      <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
    </div>
  )
}
