import { View } from '@tarojs/components'
import { type ReactNode } from 'react'
import { accessible, mainContent } from '../accessible'
import { CallBar, type CallNumber } from '../CallBar'
import { classNames } from '../classNames'
import { Heading } from '../Heading'
import { Notice } from '../Notice'
import { Paragraph } from '../Paragraph'
import { StepBar, type StepBarProps } from '../StepBar'
import styles from './index.module.scss'

/** What every page passes on alike; a room spreads it: <Screen {...surroundings} title=…>. */
export interface Surroundings {
  /** 1 · 1.25 · 1.5 · 1.7, or the factor of the phone. */
  fontScale?: number
  /** 长辈版 */
  elder?: boolean
  offline?: boolean
  /** Numbers of the call bar; none: no bar. */
  numbers?: readonly CallNumber[]
  onCall?: (number: string) => unknown
}

export interface ScreenProps extends Surroundings {
  /** The heading of the page, in words of the family; a question where one is asked. */
  title: string
  /** A quiet line above the title: 王*明 · 编号 8402 1167. */
  above?: string
  /** One or two quiet lines below the title. */
  lead?: string
  /** Takes the place of title, above and lead; must hold a Heading of level 1. Runs to the edges (首页). */
  header?: ReactNode
  step?: StepBarProps
  /** What is wrong, on top as well as at the field. */
  error?: string
  /** Read out, not shown: 已存在这台手机上. */
  announcement?: string
  /** Buttons at the bottom; the main one last. */
  actions?: ReactNode
  /** <QuickExit>, on pages about danger. */
  exit?: ReactNode
  /** An open <Sheet>; the page behind is hidden from readers. */
  sheet?: ReactNode
  children?: ReactNode
}

// From here the bar of buttons would cover too much of a small phone, so it follows the content, and the words need
// the width that pictures take.
const largeScale = 1.5

/** The root of every page. */
export function Screen(props: ScreenProps) {
  const { fontScale = 1, elder, sheet, exit, header, actions, children } = props
  const isLarge = fontScale >= largeScale
  const bar = classNames(styles.actions, !isLarge && styles.stays)
  return (
    <View
      className={classNames('tokens', elder && 'elder', isLarge && 'large', styles.screen)}
      style={{ '--font-scale': fontScale } as Record<string, number>}
    >
      <View className={styles.page} {...mainContent(Boolean(sheet))}>
        {exit}
        {header}
        <View className={styles.content}>
          <Messages {...props} />
          {children}
          {props.numbers && <CallBar numbers={props.numbers} onCall={props.onCall ?? (() => undefined)} />}
        </View>
        {actions && <View className={bar}>{actions}</View>}
      </View>
      <View className={styles.said} {...accessible({ role: 'status', live: 'polite' })}>
        {props.announcement ?? ''}
      </View>
      {sheet}
    </View>
  )
}

function Messages({ title, above, lead, header, step, offline, error }: ScreenProps) {
  return (
    <>
      {step && <StepBar {...step} />}
      {!header && (
        <View className={styles.head}>
          {above && <Paragraph tone="quiet">{above}</Paragraph>}
          <Heading level={1}>{title}</Heading>
          {lead && <Paragraph tone="quiet">{lead}</Paragraph>}
        </View>
      )}
      {offline && <Notice kind="offline" title="没有网络。已经填的都存在手机里。" />}
      {error && <Notice key={error} kind="error" title={error} urgent takesFocus />}
    </>
  )
}
