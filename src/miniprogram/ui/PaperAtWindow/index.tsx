import { Card } from '../Card'
import { Heading } from '../Heading'
import { Paragraph } from '../Paragraph'
import { Tag } from '../Tag'

export interface PaperAtWindowProps {
  /** 孩子妈妈的残疾人证 */
  name: string
  /** Why it is needed, or the words of the office. */
  why: string
  /** Where it is shown: 街道（镇）. */
  where: string
}

/** A paper that is not photographed: without the consent for it, it is shown at the window. */
export function PaperAtWindow({ name, why, where }: PaperAtWindowProps) {
  return (
    <Card>
      <Heading level={2} small>
        {name}
      </Heading>
      <Paragraph tone="quiet">{why}</Paragraph>
      <Tag tone="quiet">带到窗口</Tag>
      <Paragraph>{`这一样不用拍。带到${where}给人看就行。`}</Paragraph>
    </Card>
  )
}
