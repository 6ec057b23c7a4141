import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/marks.css'
import './styles/list.css'
import './styles/panel.css'
import './styles/pages.css'
import './styles/small.css'
import { render } from 'preact'
import { App } from './App.tsx'
import { followLinks } from './place/place.ts'

followLinks()
render(<App />, document.getElementById('page')!)
