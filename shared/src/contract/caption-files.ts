/** Captions as lines and as files. */

export const captionFormats = ['vtt', 'srt'] as const
export type CaptionFormat = (typeof captionFormats)[number]

/** The highest number that a sender can give a line, and the longest that it may have kept one, in milliseconds. */
export const [maxSeq, maxWaited] = [100_000_000, 600_000]
