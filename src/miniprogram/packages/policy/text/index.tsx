import { useState } from 'react'
import { queryOfPage } from '@/platform/navigation'
import { ClausePage } from './ClausePage'
import { Contents } from './Contents'
import { Matches } from './Matches'
import { Notes } from './Notes'
import { Opening } from './Opening'
import { viewOf } from './view'

/** 政策说明: contents and search, one clause, what was found, notes. Every view says that the text is a draft. */
export default function PolicyPage() {
  const [view] = useState(() => viewOf(queryOfPage()))
  switch (view.kind) {
    case 'clause':
      return <ClausePage {...view} />
    case 'matches':
      return <Matches words={view.words} />
    case 'notes':
      return <Notes clause={view.clause} />
    case 'opening':
      return <Opening />
    case 'contents':
      return <Contents />
  }
}
