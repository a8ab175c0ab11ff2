/** Captions as lines and as files. */

export const captionFormats = ['vtt', 'srt'] as const
export type CaptionFormat = (typeof captionFormats)[number]

/** The highest number of a line, and the longest time, in milliseconds, for which a sender may have kept it. */
export const [maxSeq, maxWaited] = [100_000_000, 600_000]
