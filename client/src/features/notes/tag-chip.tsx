import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Name } from '../../ui/written.tsx'
import { getTagStyle, getTagText } from './tags.ts'

export const TagName = ({ tag }: { tag: string }) => {
  const text = getTagText(useText().t, tag)
  return text === null ? <Name>{tag}</Name> : text
}

export const TagChip = ({ tag }: { tag: string }) => {
  const style = getTagStyle(tag)
  return (
    <Chip tone={style?.tone ?? 'plain'} icon={style?.icon}>
      <TagName tag={tag} />
    </Chip>
  )
}
