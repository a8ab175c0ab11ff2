/** Bars for the time spoken and ticks for the requests, both as shares on one scale. */

import { joinTexts } from '@rostrum/shared/kernel/text'
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { BalanceBars } from '../../../ui/balance-bars.tsx'
import type { MarkName } from '../../../ui/group-mark.tsx'
import { computeScale, type RecordShare, type RecordShares, toWholePercent } from '../figures/shares.ts'
import { formatMinutes } from '../page/use-record-text.ts'

type SharesChartProps<Of> = {
  shares: RecordShares<Of>
  name: (of: Of) => ReactNode
  markOf?: ((of: Of) => MarkName | undefined) | undefined
  sentence: string
  /** The names are short, so the bars get more space. */
  short?: boolean | undefined
}

export const SharesChart = <Of,>({ shares, name, markOf, sentence, short = false }: SharesChartProps<Of>) => {
  const { t } = useText()
  const scale = computeScale(shares.rows)
  if (shares.requests + shares.seconds === 0) return null
  const share = (of: number) => t('number.percent', { n: toWholePercent(of) })
  return (
    <BalanceBars
      large={short ? 'short' : 'long'}
      sentence={sentence}
      legend={{
        share: t('record.legendTime', { time: formatMinutes(t, shares.seconds) }),
        requests: t('record.legendAsked', { n: shares.requests }),
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

/** The finding of the chart, in one or two sentences. */
export const useSharesSentence = <Of,>(
  shares: RecordShares<Of>,
  found: { above: RecordShare<Of>; below: RecordShare<Of> } | null,
  name: (of: Of) => string,
) => {
  const { t } = useText()
  if (shares.seconds === 0) return t('record.nobodySpoke')
  if (found === null) return t('record.nobodyAsked')
  const near = Math.max(...shares.rows.map(({ ofTime, ofRequests }) => Math.abs(toWholePercent(ofTime) - toWholePercent(ofRequests))))
  if (near <= 2) return t('record.shareNear', { n: near })
  const share = (of: number) => t('number.percent', { n: toWholePercent(of) })
  return joinTexts(
    [found.above, found.below].map(({ of, ofTime, ofRequests }) =>
      t('record.shareApart', { who: name(of), time: share(ofTime), requests: share(ofRequests) }),
    ),
  )
}
