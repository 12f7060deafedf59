import { PageContainer, View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { accessible, focusable, pressable } from '../accessible'
import { useEscape, useFocusOn } from '../focus'
import { Icon } from '../Icon'
import styles from './index.module.scss'

export interface SheetProps {
  title: string
  /** Close button, back (weapp), Esc (H5). Stop rendering the sheet then. */
  onClose: () => void
  children: ReactNode
  /** Buttons; the safe choice looks as good as the other. */
  actions?: ReactNode
}

/** The only overlay. Give it to the `sheet` of a Screen: that hides the page behind from readers. */
export function Sheet(props: SheetProps) {
  // WeChat's page container is the only thing that catches the back key and the back gesture.
  if (process.env.TARO_ENV === 'weapp')
    return (
      <PageContainer show round position="bottom" onAfterLeave={props.onClose}>
        <Dialog {...props} />
      </PageContainer>
    )
  return (
    <View className={styles.cover}>
      <Dialog {...props} />
    </View>
  )
}

function Dialog({ title, onClose, children, actions }: SheetProps) {
  const heading = useFocusOn({ restore: true })
  useEscape(onClose)
  return (
    <View className={styles.sheet} {...accessible({ role: 'dialog', label: title, modal: true })}>
      <View className={styles.head}>
        <View
          ref={heading}
          className={styles.title}
          {...focusable()}
          {...accessible({ role: 'heading', level: 2 })}
        >
          {title}
        </View>
        <View
          className={styles.close}
          hoverClass={styles.pressed}
          {...pressable({ label: '关闭', onPress: onClose })}
        >
          <Icon name="close" />
        </View>
      </View>
      <View className={styles.words}>{children}</View>
      {actions}
    </View>
  )
}
