import '@tarojs/components/types/common'
import { type KeyboardEvent } from 'react'

// Taro's types know four aria properties, marked for another platform; WeChat accepts these
// (dev/component/aria-component.html) and config/ariaComponents.ts binds them.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean | 'true' | 'false'
    ariaChecked?: boolean | 'true' | 'false' | 'mixed'
    ariaDisabled?: boolean | 'true' | 'false'
    ariaLive?: 'off' | 'polite' | 'assertive'
    ariaExpanded?: boolean | 'true' | 'false'
    ariaSelected?: boolean | 'true' | 'false'
    ariaRequired?: boolean | 'true' | 'false'
    ariaInvalid?: boolean | 'true' | 'false'
    ariaDescribedby?: string
    ariaModal?: boolean | 'true' | 'false'
    ariaLevel?: number | string
    /** H5 only: a browser knows `role`, not `aria-role`. */
    role?: string
    /** H5 only: Taro's elements are no tab stops by themselves. */
    tabIndex?: number
    /** H5 only: Enter and Space do nothing on Taro's elements by themselves. */
    onKeyDown?: (event: KeyboardEvent) => void
  }
}
