/** Cards with personal links, and a list of participants, for paper. They are never shown on the screen, because the links are secrets. */

import type { FailureReason } from '@rostrum/shared/api/reasons'
import { useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { PrintSheet, usePrinting } from '../../../ui/print-sheet.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { getRosterRefusalText } from '../people-text.ts'
import { ParticipantList } from './participant-list.tsx'
import { PersonCards } from './person-cards.tsx'
import styles from './print.module.css'
import type { PrintedPeople } from './printed-people.ts'

/** The number of cards printed at a time: fifty sheets of paper. */
const maxCards = 500

type PrintedSheet = { readonly kind: 'cards' | 'list'; readonly content: PrintedPeople }

export const PrintPeople = ({ session, request }: { session: string; request: ApiRequest }) => {
  const { t } = useText()
  const [sheet, setSheet] = useState<PrintedSheet | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const [busy, setBusy] = useState(false)
  const [part, setPart] = useState(0)
  const [total, setTotal] = useState(0)
  const [printing, print] = usePrinting()
  const open = async (kind: PrintedSheet['kind']) => {
    if (busy) return
    setBusy(true)
    const result = await request('GET /api/sessions/:id/cards', {
      params: { id: session },
      query: { links: kind === 'cards' ? 'yes' : 'no' },
    })
    setBusy(false)
    setReason(result.ok ? null : result.reason)
    if (!result.ok) return
    const { people } = result.value
    setTotal(people.length)
    const shown = kind === 'cards' ? people.slice(part * maxCards, (part + 1) * maxCards) : people
    setSheet({ kind, content: { ...result.value, people: shown } })
    print()
  }
  return (
    <section className={styles.section} aria-labelledby="print-title">
      <h3 id="print-title">{t('people.print.title')}</h3>
      <p className={styles.quiet}>{t('people.print.help')}</p>
      <RefusalText text={reason === null ? null : getRosterRefusalText(t, reason)} />
      {total > maxCards ? (
        <SelectField
          label={t('people.print.part')}
          value={String(part)}
          onChange={(chosen) => setPart(Number(chosen))}
          options={Array.from({ length: Math.ceil(total / maxCards) }, (_, index) => ({
            value: String(index),
            label: t('people.print.fromTo', { from: index * maxCards + 1, to: Math.min(total, (index + 1) * maxCards) }),
          }))}
        />
      ) : null}
      <div className="wrap">
        <Button icon="print" disabled={busy} onClick={() => void open('cards')}>
          {t('people.print.cards')}
        </Button>
        <Button icon="print" disabled={busy} onClick={() => void open('list')}>
          {t('people.print.list')}
        </Button>
      </div>
      {printing && sheet !== null ? (
        <PrintSheet>{sheet.kind === 'cards' ? <PersonCards {...sheet.content} /> : <ParticipantList {...sheet.content} />}</PrintSheet>
      ) : null}
    </section>
  )
}
