/** A new session from one of the product's own, on a day and at a time. */
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ModalDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OverlayActions } from '../../ui/popover.tsx'
import { DoorError } from './door-error.tsx'
import { doorSaying } from './door-words.ts'
import styles from './sessions.module.css'
import { makeSession } from './use-organiser.ts'

type NewProps = { secret: string; templates: readonly string[]; onMade: (id: string) => void }

/** Those that have words of their own; another goes by its name. */
const worded = { 'wsis-at-20': { title: 'home.consultation', note: 'home.consultationNote' } } as const

const wordsOf = (template: string) => (Object.hasOwn(worded, template) ? worded[template as keyof typeof worded] : null)

export const NewSession = ({ secret, templates, onMade }: NewProps) => {
  const { t } = useText()
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Card aria-labelledby="new-title">
      <CardHead id="new-title" title={t('home.new')} />
      {templates.map((template) => {
        const words = wordsOf(template)
        return (
          <button key={template} type="button" className={styles.template} onClick={() => choose(template)}>
            <strong>{words ? t(words.title) : template}</strong>
            {words ? <small>{t(words.note)}</small> : null}
            <Icon name="chev" className={styles.chev} />
          </button>
        )
      })}
      <ModalDialog open={chosen !== null} title={t('home.new')} onClose={() => choose(null)}>
        {chosen === null ? null : (
          <Planning
            secret={secret}
            template={chosen}
            onClose={() => choose(null)}
            onMade={(id) => {
              choose(null)
              onMade(id)
            }}
          />
        )}
      </ModalDialog>
    </Card>
  )
}

type PlanningProps = { secret: string; template: string; onMade: (id: string) => void; onClose: () => void }

const Planning = ({ secret, template, onMade, onClose }: PlanningProps) => {
  const { t } = useText()
  const [day, setDay] = useState(() => nextHalfHour().day)
  const [time, setTime] = useState(() => nextHalfHour().time)
  const [why, setWhy] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const moment = momentOf(day, time)
  const words = wordsOf(template)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || moment === null) return
    setBusy(true)
    const answer = await makeSession(secret, template, moment)
    setBusy(false)
    if (answer.ok) onMade(answer.value.id)
    else setWhy(answer.why)
  }
  return (
    <form className={styles.planning} onSubmit={(event) => void make(event)} noValidate>
      <p>
        <strong>{words ? t(words.title) : template}</strong>
      </p>
      <div className={styles.two}>
        <TextField type="date" label={t('home.day')} value={day} onChange={setDay} />
        <TextField
          label={t('home.startsAt')}
          hint={t('home.startsAtHelp')}
          error={moment === null ? t('home.startsAtBad') : undefined}
          value={time}
          onChange={setTime}
          autoComplete="off"
          dir="ltr"
        />
      </div>
      {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
      <OverlayActions>
        <Button look="primary" type="submit" disabled={busy || moment === null}>
          {t('home.make')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </form>
  )
}

/** By the device's own clock; in 24 hours, whatever the browser would make of a time. */
const nextHalfHour = (): { day: string; time: string } => {
  const half = 30 * 60_000
  const at = new Date(Math.ceil(Date.now() / half) * half)
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

/** Null for what is no day or no time. */
const momentOf = (day: string, time: string): Date | null => {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(time.normalize('NFKC')) ?? []
  const moment = new Date(`${day}T${hours.padStart(2, '0')}:${minutes}`)
  return Number.isNaN(moment.getTime()) ? null : moment
}
