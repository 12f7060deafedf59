import { type PropsWithChildren, useEffect } from 'react'
import { mendTabBar } from '@/platform/tabBar'
import './app.scss'

/**
 * The shell of every page. It asks nothing at launch on purpose: no login, no permission, no request,
 * because the checker must work offline and without a trace (platform/wechat rules on asking at launch).
 */
export default function App({ children }: PropsWithChildren) {
  useEffect(mendTabBar, [])
  return children
}
