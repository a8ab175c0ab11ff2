import {
  defaultOverlay,
  isOverlayLink,
  makeOverlayAddress,
  type OverlayOptions,
  overlayParts,
  readOverlayOptions,
} from '@rostrum/client/session/overlay-address'
import { expect, test } from 'vitest'

const link = 'https://rostrum.example.org/overlay#secret'

test.each<readonly [string, OverlayOptions]>([
  [link, defaultOverlay],
  ['https://rostrum.example.org/overlay?parts=clock#secret', { ...defaultOverlay, parts: ['clock'] }],
  [
    'https://rostrum.example.org/overlay?parts=speaker,next&size=large&lang=zh#secret',
    { ...defaultOverlay, parts: ['speaker', 'next'], size: 'large', language: 'zh' },
  ],
  ['https://rostrum.example.org/overlay?captions=fr#secret', { ...defaultOverlay, captions: 'fr' }],
  ['https://rostrum.example.org/overlay?at=top&size=large#secret', { ...defaultOverlay, at: 'top', size: 'large' }],
])('[X21] %s is built from its options, and gives the same options back', (address, options) => {
  expect(makeOverlayAddress(link, options)).toBe(address)
  expect(readOverlayOptions(new URL(address).search)).toEqual(options)
  expect(isOverlayLink(address)).toBe(true)
})

test('[X21] an unknown option in an address is ignored', () => {
  expect(readOverlayOptions('?size=huge&at=middle&other=1&parts')).toEqual({ ...defaultOverlay, parts: [] })
  expect(readOverlayOptions('?parts=next,captions,next,__proto__')).toMatchObject({ parts: ['next'] })
  expect(readOverlayOptions('?parts=question,clock').parts).toEqual(overlayParts.filter((part) => part === 'clock' || part === 'question'))
  expect(isOverlayLink('https://rostrum.example.org/enter#secret')).toBe(false)
})
