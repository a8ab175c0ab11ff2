import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { faceOf, wordOf } from './tags.ts'

export const TagName = ({ tag }: { tag: string }) => {
  const word = wordOf(useText().t, tag)
  return word === null ? <bdi>{tag}</bdi> : word
}

export const TagChip = ({ tag }: { tag: string }) => {
  const face = faceOf(tag)
  return (
    <Chip tone={face?.tone ?? 'plain'} icon={face?.icon}>
      <TagName tag={tag} />
    </Chip>
  )
}
