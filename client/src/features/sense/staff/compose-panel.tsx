/** Writes a prompt in one or several languages, next to its preview. Nothing is sent before the last press. */

import { maxPromptLength } from '@rostrum/shared/contract/lengths'
import { fewestShown } from '@rostrum/shared/contract/sense-words'
import { dropFinalStop } from '@rostrum/shared/kernel/text'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { CanBeShown } from './can-be-shown.tsx'
import styles from './compose-panel.module.css'
import { type Draft, lengths, listLacking, makeDraft, toCommand } from './draft.ts'
import { HandsCard } from './hands-card.tsx'
import { LanguageTabs } from './language-tabs.tsx'
import { readsLikeVote } from './reads-like-vote.ts'
import { SensePreview } from './sense-preview.tsx'

type ComposePanelProps = { onClose: () => void; onPut: () => void }

export const ComposePanel = ({ onClose, onPut }: ComposePanelProps) => {
  const { t, language, languages } = useText()
  const send = useSend('sense')
  const present = useView(({ presentResponders }) => presentResponders ?? null)
  const isSending = usePending('sense.put') !== undefined
  const [draft, set] = useState<Draft>(() => makeDraft(language.id as LanguageId))
  const [shown, show] = useState(language.id as LanguageId)
  const [isAsking, ask] = useState(false)
  const [hands, askForHands] = useState<string | null>(null)
  const change = (next: Draft) => {
    set(next)
    ask(false)
  }
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const command = toCommand(draft)
  const lacking = listLacking(draft).filter((id) => id !== shown)
  const nameOf = (id: LanguageId) => languages.find((one) => one.id === id)?.name ?? id
  const isTooFew = present !== null && present[draft.one] < fewestShown
  const isQuestioned = readsLikeVote(draft.texts)
  const put = () => {
    if (command === null || isSending) return
    void send({ type: 'sense.put', data: command }).then(({ ok }) => ok && onPut())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isTooFew) askForHands(dropFinalStop(draft.texts[shown]?.trim() ?? ''))
    else if (isQuestioned && !isAsking) ask(true)
    else put()
  }
  if (hands !== null) return <HandsCard text={hands} onBack={() => askForHands(null)} onDone={onClose} />
  return (
    <form className={styles.panel} aria-labelledby="compose-title" onSubmit={submit} data-column>
      <div className={styles.head}>
        <h2 id="compose-title" ref={heading} tabIndex={-1}>
          {t('sense.title')} <small>{t('sense.composeNote')}</small>
        </h2>
        <Button look="quiet" size="small" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
      <div className={styles.middle}>
        <div className={styles.fields}>
          <div>
            <LanguageTabs draft={draft} shown={shown} onShow={show} onChange={change} />
            <TextArea
              label={t('sense.sentence')}
              hint={t('sense.sentenceHelp')}
              rows={3}
              lang={shown}
              value={draft.texts[shown] ?? ''}
              onChange={(text) => change({ ...draft, texts: { ...draft.texts, [shown]: text } })}
              count={{ limit: maxPromptLength, format: (n) => t('sense.letters', { n, max: maxPromptLength }) }}
            />
            {lacking.length > 0 && draft.languages.length > 1 ? (
              <p className="muted">{t('sense.lacking', { languages: joinNames(language, lacking.map(nameOf)) })}</p>
            ) : null}
          </div>
          <div className={styles.field}>
            <span id="compose-one">{t('sense.one')}</span>
            <SegmentedControl
              labelledBy="compose-one"
              value={draft.one}
              onChange={(one) => change({ ...draft, one })}
              options={[
                { value: 'person', label: t('sense.person') },
                { value: 'delegation', label: t('sense.delegation') },
              ]}
            />
          </div>
          <div className={styles.field}>
            <span id="compose-time">{t('sense.time')}</span>
            <SegmentedControl
              labelledBy="compose-time"
              value={String(draft.seconds)}
              onChange={(seconds) => set({ ...draft, seconds: lengths.find((one) => String(one) === seconds) ?? 75 })}
              options={lengths.map((n) => ({ value: String(n), label: t('time.seconds', { n }) }))}
            />
          </div>
          {present === null ? null : (
            <CanBeShown present={present} one={draft.one} text={dropFinalStop(draft.texts[language.id as LanguageId]?.trim() ?? '')} />
          )}
        </div>
        <SensePreview draft={draft} shown={shown} />
      </div>
      <div className={styles.foot}>
        <p role="status">{isAsking ? t('sense.likeVote') : isTooFew ? t('sense.handsNote') : null}</p>
        <RefusalMessage area="sense" />
        {isTooFew ? (
          <Button disabled={command === null || isSending} onClick={put}>
            {t('sense.putAnyway')}
          </Button>
        ) : null}
        <Button look="primary" type="submit" disabled={command === null || isSending}>
          {t(isTooFew ? 'sense.showOfHands' : isAsking ? 'sense.putAsIs' : 'sense.put')}
        </Button>
      </div>
    </form>
  )
}
