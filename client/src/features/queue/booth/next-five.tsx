/** The next speakers, for interpreters: their language, how the name is pronounced, and whether there is a text. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { computeTurnEnd } from '@rostrum/shared/projection/floor/clock'
import { estimateWindow, selectRowLimit } from '@rostrum/shared/projection/queue/forecast'
import type { View } from '@rostrum/shared/projection/registry'
import { useEffect, useId, useRef } from 'react'
import { openText, useBoothStore } from '../../../session/booth-store.ts'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useMade, useMadeNow, useView } from '../../../session/hooks.tsx'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { BoothIcon } from '../../../ui/booth-icon.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { GroupShape } from '../../../ui/group-mark.tsx'
import { LanguageName } from '../../../ui/language-name.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Name } from '../../../ui/written.tsx'
import { TextMarkChip } from '../../../widgets/text-mark-chip.tsx'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import { listNextShown } from '../public/next-speakers.tsx'
import styles from './next-five.module.css'

const shown = 5

/** A name with at least this many characters is set smaller if there is little height. */
const longName = 32

const listNextFive = (view: Pick<View, 'order' | 'queue' | 'replies'>): readonly EntryId[] => listNextShown(view, shown)

/** Returns the minutes until all of them have spoken, if nothing changes. */
const computeMinutes = (
  { floor, entries, ...view }: Pick<View, 'order' | 'queue' | 'replies' | 'floor' | 'entries'>,
  now: Parameters<typeof computeTurnEnd>[1],
): number => {
  const limits = listNextFive(view).flatMap((id) => (entries[id] ? [selectRowLimit(floor.limits, entries[id])] : []))
  const free = computeTurnEnd(floor.interrupted, computeTurnEnd(floor.current, now))
  return Math.max(1, Math.round((estimateWindow(limits, free, floor.pace).likely - now) / 60_000))
}

/** Lets the keyboard scroll a list that is higher than its place. */
const tabStop = { tabIndex: 0 } as const

export const NextFive = () => {
  const { t } = useText()
  const heading = useId()
  const next = useMade(listNextFive)
  const minutes = useMadeNow(5000, computeMinutes)
  useSpokenNext(next[0])
  return (
    <Card className={styles.card} aria-labelledby={heading}>
      <CardHead id={heading} title={t('booth.next')}>
        {next.length === 0 ? null : <span className="muted">{t('time.about', { n: minutes })}</span>}
      </CardHead>
      {next.length === 0 ? (
        <p className={styles.nobody}>{t('queue.empty')}</p>
      ) : (
        <ol className={styles.list} aria-labelledby={heading} {...tabStop}>
          {next.map((id, index) => (
            <NextRow key={id} id={id} position={index + 1} />
          ))}
        </ol>
      )}
    </Card>
  )
}

const NextRow = ({ id, position }: { id: EntryId; position: number }) => {
  const { t, language } = useText()
  const row = useView(({ entries }) => entries[id])
  const own = useView(({ me }) => me.booth)
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const group = findGroup(useGroups(), row?.group)
  const isKnown = useBoothStore(({ view }) => view !== null)
  const announced = useBoothStore(({ view }) => view?.next[id])
  if (!row) return null
  const mark = announced?.mark ?? null
  const groupName = group === null ? null : getGroupName(t, group)
  return (
    <li className={styles.row}>
      <span className={styles.position}>{position}</span>
      <b className={classNames(styles.who, row.entity.length > longName && styles.long)}>
        <Name>{row.entity}</Name>
        <ClaimedNote of={row} />
      </b>
      {row.language === undefined ? (
        <span className={styles.notSaid}>{t('booth.notSaid')}</span>
      ) : (
        <LanguageName isOther={row.language !== own}>{formatLanguageName(language.id, row.language)}</LanguageName>
      )}
      <p className={styles.more}>
        {announced?.pronounced ? (
          <span className={styles.pronounced}>
            <BoothIcon name="sound" />
            <span className="sr">{t('booth.pronounced')}</span>
            <Name>{announced.pronounced}</Name>
          </span>
        ) : null}
        <span className={styles.group}>
          {group === null ? null : <GroupShape mark={group.mark} />}
          {groupName === null ? null : (
            <Name className={styles.groupName} title={groupName}>
              {groupName}
            </Name>
          )}
          <span className={styles.channel}>
            {groupName === null ? null : '· '}
            {getChannelName(t, row.channel)}
          </span>
        </span>
        {mark === null ? <span>{isKnown ? t('booth.noText') : null}</span> : <TextMarkChip mark={mark} />}
        {announced === undefined || mark === null ? null : (
          <Button size="inline" onClick={() => openText({ entry: id, who: row.entity, text: announced.text, turn })}>
            {t('booth.open')}
            <span className="sr"> {row.entity}</span>
          </Button>
        )}
      </p>
    </li>
  )
}

/** Announces the next speaker with the language, whenever one of them changes. */
const useSpokenNext = (first: EntryId | undefined): void => {
  const { t, language } = useText()
  const who = useView(({ entries }) => (first === undefined ? undefined : entries[first]?.entity))
  const spoken = useView(({ entries }) => (first === undefined ? undefined : entries[first]?.language))
  const before = useRef({ who, spoken })
  useEffect(() => {
    const isSame = before.current.who === who && before.current.spoken === spoken
    before.current = { who, spoken }
    if (isSame || who === undefined) return
    const name = spoken === undefined ? t('booth.notSaid') : formatLanguageName(language.id, spoken)
    screenReader.say(t('booth.sayNext', { who, language: name }), 'next')
  }, [who, spoken, t, language.id])
}
