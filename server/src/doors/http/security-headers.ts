/** The headers of every answer to a browser: pages, files, the API, refusals, and long polling. */

/**
 * The two style sheets that React Aria writes into the page. They are for touch on pressed elements, and for scrolling behind a dialog on
 * iOS.
 */
const ariaStyles = ["'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='", "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='"]

/** Everything that is not named is forbidden: plugins, media, frames and anything that browsers learn to load. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' ${ariaStyles.join(' ')}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The features that no page uses, so that nothing in it can ask for them. A phone keeps its screen on, and copies links. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

export type SecurityHeaders = Readonly<Record<string, string>>

/** Makes the headers. Without encryption, which is common in a local network, browsers ignore the last three and log warnings. */
export const makeSecurityHeaders = (isEncrypted: boolean): SecurityHeaders => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  // This is for browsers that do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  ...(isEncrypted
    ? {
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'origin-agent-cluster': '?1',
      }
    : {}),
})
