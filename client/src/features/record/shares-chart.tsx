/** Bars for the time spoken and ticks for the requests, both as shares on one scale. */
import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.tsx'
import { classes } from '../../ui/classes.ts'
import type { Mark } from '../../ui/group-mark.tsx'
import { percent, type Share, type Shares, scaleOf } from './shares.ts'
import styles from './shares.module.css'
import { lengthWords } from './use-words.ts'

type ChartProps<Of> = {
  shares: Shares<Of>
  name: (of: Of) => ReactNode
  markOf?: ((of: Of) => Mark | undefined) | undefined
  sentence: string
  /** The names are short: more room for the bars. */
  short?: boolean | undefined
}

export const SharesChart = <Of,>({ shares, name, markOf, sentence, short = false }: ChartProps<Of>) => {
  const { t } = useText()
  const scale = scaleOf(shares.rows)
  if (shares.asked + shares.seconds === 0) return null
  const share = (of: number) => t('number.percent', { n: percent(of) })
  const at = (of: number) => `${(100 * of) / scale}%`
  return (
    <>
      <div className={classes(styles.bars, short && styles.short)} role="img" aria-label={sentence}>
        {shares.rows.map((row, index) => {
          const mark = markOf?.(row.of)
          return (
            <div key={String(index)} className={styles.row}>
              <span className={styles.name}>{name(row.of)}</span>
              <span className={styles.track}>
                <span className={classes(styles.bar, mark && styles[mark])} style={{ inlineSize: at(row.ofTime) }} />
                <i className={styles.tick} style={{ insetInlineStart: at(row.ofRequests) }} />
              </span>
              <span className={styles.value}>{share(row.ofTime)}</span>
              <span className={styles.of}>{t('record.ofAsked', { share: share(row.ofRequests) })}</span>
            </div>
          )
        })}
      </div>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.legendBar}>{t('record.legendTime', { time: lengthWords(t, shares.seconds) })}</span>
        <span className={styles.legendTick}>{t('record.legendAsked', { n: shares.asked })}</span>
        <span>{t('record.scale', { share: share(scale) })}</span>
      </p>
    </>
  )
}

/** What the chart finds, in one or two sentences. */
export const useSharesSentence = <Of,>(
  shares: Shares<Of>,
  found: { above: Share<Of>; below: Share<Of> } | null,
  name: (of: Of) => string,
) => {
  const { t } = useText()
  if (shares.seconds === 0) return t('record.nobodySpoke')
  if (found === null) return t('record.nobodyAsked')
  const near = Math.max(...shares.rows.map(({ ofTime, ofRequests }) => Math.abs(percent(ofTime) - percent(ofRequests))))
  if (near <= 2) return t('record.shareNear', { n: near })
  const share = (of: number) => t('number.percent', { n: percent(of) })
  return [found.above, found.below]
    .map(({ of, ofTime, ofRequests }) => t('record.shareApart', { who: name(of), time: share(ofTime), requests: share(ofRequests) }))
    .join(' ')
}
