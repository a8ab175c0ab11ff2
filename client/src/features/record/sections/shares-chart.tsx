/** Bars for the time spoken and ticks for the requests, both as shares on one scale. */
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { BalanceBars } from '../../../ui/balance-bars.tsx'
import type { Mark } from '../../../ui/group-mark.tsx'
import { percent, type Share, type Shares, scaleOf } from '../figures/shares.ts'
import { lengthWords } from '../page/use-record-text.ts'

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
  return (
    <BalanceBars
      large={short ? 'short' : 'long'}
      sentence={sentence}
      legend={{
        share: t('record.legendTime', { time: lengthWords(t, shares.seconds) }),
        requests: t('record.legendAsked', { n: shares.asked }),
        scale: t('record.scale', { share: share(scale) }),
      }}
      rows={shares.rows.map((row, index) => ({
        id: String(index),
        name: name(row.of),
        mark: markOf?.(row.of),
        share: row.ofTime / scale,
        requests: row.ofRequests / scale,
        value: share(row.ofTime),
        of: t('record.ofAsked', { share: share(row.ofRequests) }),
      }))}
    />
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
